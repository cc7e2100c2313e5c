import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { applyLanguage, firstLanguage } from './locales';
import { ignoreDoubleClicks } from './ui/doubleClicks';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(nonce);
ignoreDoubleClicks(document);

await applyLanguage(firstLanguage());
createRoot(document.getElementById('root')!).render(<App nonce={nonce} />);
