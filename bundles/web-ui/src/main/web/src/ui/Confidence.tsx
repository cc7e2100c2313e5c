import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ui.module.css';

export const confidenceLevel = (confidence: number): 1 | 2 | 3 => (confidence >= 0.85 ? 3 : confidence >= 0.6 ? 2 : 1);

/** Confidence as filled dots, with a word for those who do not see them. */
export function Confidence({ value }: { value: number }) {
  const { t } = useTranslation();
  const level = confidenceLevel(value);
  const word = t(`confidence.${level}`);
  return (
    <Tooltip label={`${word} (${Math.round(value * 100)}%)`}>
      <span className={classes.dots} role="img" aria-label={word}>
        {[1, 2, 3].map((dot) => <i key={dot} data-on={dot <= level || undefined} />)}
      </span>
    </Tooltip>
  );
}
