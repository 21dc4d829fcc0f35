import '../../components/styles/onix.css';
import { followSettings } from '../../components/appearance.ts';
import { mount } from '../../components/mount.ts';
import { Welcome } from '../../components/welcome.tsx';
import { openWelcomeDesk } from '../../lib/browser/desk.ts';

const desk = openWelcomeDesk();
await followSettings(desk.settings);
mount(<Welcome desk={desk} />);
