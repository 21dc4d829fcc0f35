import '../../components/styles/onix.css';
import { followSettings } from '../../components/appearance.ts';
import { mount } from '../../components/mount.ts';
import { Options } from '../../components/options.tsx';
import { openOptionsDesk } from '../../lib/browser/desk.ts';

const desk = await openOptionsDesk();
await followSettings(desk.settings, () => undefined); // it is chosen here, and drawn anew without loading
mount(<Options desk={desk} />);
