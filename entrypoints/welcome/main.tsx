import '../../components/styles/onix.css';
import { followSettings, mount } from '../../components/mount.tsx';
import { Welcome } from '../../components/welcome.tsx';
import { openWelcomeDesk } from '../../lib/browser/desk.ts';

const desk = openWelcomeDesk();
await followSettings(desk.settings);
mount(<Welcome desk={desk} />);
