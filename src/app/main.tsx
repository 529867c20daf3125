import { render } from 'solid-js/web';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/components.css';
import '../ui/compiled.css';
import '../ui/prose.css';
import 'virtual:curriculum/stages.css';
import { App } from './App.tsx';
import { pathOf, preloadScreen } from './routes.ts';
import { applyRememberedTheme, rememberedTheme } from './theme.ts';

applyRememberedTheme();
const path = pathOf(location);
// Who has no theme yet has not been here, and will be welcomed.
preloadScreen(rememberedTheme() === undefined && path === '/' ? '/welcome' : path);
render(() => <App />, document.getElementById('app') as HTMLElement);
