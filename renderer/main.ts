import '@fontsource-variable/noto-naskh-arabic/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/rows.css';
import './styles/print.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { hasBridge, installBridge } from './archive.ts';
import { speakAsAsked } from './text/speak.ts';

// A browser that is pointed at the development server has no preload script.
if (import.meta.env.DEV && !hasBridge()) {
  const { createFakeArchive } = await import('./dev/fake-archive.ts');
  installBridge(createFakeArchive());
}

speakAsAsked(window.location.search);
const target = document.getElementById('window');
if (target === null) throw new Error('index.html has no element with the id "window"');
mount(App, { target });
