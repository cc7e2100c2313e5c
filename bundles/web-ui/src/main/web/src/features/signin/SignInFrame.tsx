import { Anchor, Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../api/model';
import { applyLanguage } from '../../locales';
import { Brand } from '../../ui/Brand';
import classes from './SignInPage.module.css';

/** What all pages before the application have in common: the name, a card, the other language. */
export function SignInFrame({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const other: Language = i18n.language === 'ja' ? 'en' : 'ja';
  return (
    <div className={classes.page}>
      <main className={classes.box}>
        <Brand size={36} />
        <div className={classes.card}>{children}</div>
        <Box ta="center">
          <Anchor component="button" type="button" lang={other} onClick={() => void applyLanguage(other)}>
            {other === 'ja' ? '日本語で表示' : 'Show in English'}
          </Anchor>
        </Box>
      </main>
    </div>
  );
}
