import '../../components/styles/onix.css';
import { followSettings, mount } from '../../components/mount.tsx';
import { Onix } from '../../components/onix.tsx';
import { openDesk } from '../../lib/browser/desk.ts';

const desk = await openDesk('popup');
await followSettings(desk.settings);
mount(<Onix desk={desk} />);
