import '../../components/styles/onix.css';
import { followTheme, mount } from '../../components/mount.tsx';
import { Options } from '../../components/options.tsx';
import { openOptionsDesk } from '../../lib/browser/desk.ts';

const desk = await openOptionsDesk();
await followTheme(desk.settings);
mount(<Options desk={desk} />);
