import '../../components/styles/onix.css';
import { followSettings } from '../../components/appearance.ts';
import { mount } from '../../components/mount.ts';
import { Onix } from '../../components/onix.tsx';
import { openDesk } from '../../lib/browser/desk.ts';

const desk = await openDesk('panel');
await followSettings(desk.settings);
mount(<Onix desk={desk} />);
