import { render } from 'solid-js/web';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/components.css';
import '../ui/compiled.css';
import '../ui/prose.css';
import { App } from './App.tsx';
import { applyRememberedTheme } from './theme.ts';

applyRememberedTheme();
render(() => <App />, document.getElementById('app') as HTMLElement);
