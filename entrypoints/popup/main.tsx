import '../../components/styles/onix.css';
import { followTheme, mount } from '../../components/mount.tsx';
import { Onix } from '../../components/onix.tsx';
import { openDesk } from '../../lib/browser/desk.ts';

const desk = await openDesk('popup');
await followTheme(desk.settings);
mount(<Onix desk={desk} />);
