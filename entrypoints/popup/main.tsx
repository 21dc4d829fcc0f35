import '../../components/styles/onix.css';
import { followSettings } from '../../components/appearance.ts';
import { mount } from '../../components/mount.ts';
import { Onix } from '../../components/onix.tsx';
import { openDesk } from '../../lib/browser/desk.ts';

const desk = await openDesk('popup');
// A browser without menus shows the popup as a page, as wide as its window.
if (!desk.hasMenus) document.documentElement.classList.replace('popup', 'sidepanel');
await followSettings(desk.settings);
mount(<Onix desk={desk} />);
