/** "Try one reply" as a page of its own, for any web host: no server behind it, nothing sent anywhere. */
import '@rapport/contract/without-eval';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '../design/fonts.css';
import '../design/tokens.css';
import '../design/base.css';
import { Brand } from '../design/Brand.tsx';
import { Button } from '../design/Button.tsx';
import { chooseTheme, followTheme } from '../design/theme.ts';
import { TryReply } from './TryReply.tsx';
import './standalone.css';

followTheme();

function Standalone() {
  const [theme, setTheme] = useState(document.documentElement.dataset.theme);
  const other = theme === 'dark' ? 'light' : 'dark';
  const turn = () => {
    chooseTheme(other);
    setTheme(other);
  };
  return (
    <div className="alone">
      <header>
        <Brand /> <b>Rapport</b>
        <Button kind="quiet" size="small" onClick={turn}>
          {other === 'dark' ? 'Dark' : 'Light'}
        </Button>
      </header>
      <main>
        <TryReply
          heading={
            <>
              <h1>Try one reply.</h1>
              <p className="second try-lead">
                See what a customer said that your answer skips, as you type, before it is sent. This page sends nothing
                anywhere.
              </p>
            </>
          }
        />
      </main>
    </div>
  );
}

const place = document.getElementById('root');
if (!place) throw new Error('The page has no #root to draw into.');
createRoot(place).render(
  <StrictMode>
    <Standalone />
  </StrictMode>,
);
