import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDate } from './values';
import { useFormat } from './useFormat';

type Props = {
  label?: string; 'aria-label'?: string; value: string | null; onChange: (iso: string | null) => void; autoFocus?: boolean;
  /** Told of each change of the text that no day can be read from. */
  onWrong?: () => void;
};

/** A day: typed in any form (2024/4/1, 令和6年4月1日, R6.4.1) or chosen from a calendar. What cannot be read stays, and is said to be wrong. */
export function DateField({ value, onChange, onWrong, ...rest }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [wrong, setWrong] = useState(false);
  // While a day is being typed it is not yet wrong.
  const [typing, setTyping] = useState(false);
  return (
    <DateInput value={value} dateParser={(text) => readDate(text)} valueFormat="YYYY/MM/DD" clearable placeholder={t('input.datePrompt')} fixOnBlur={!wrong} error={wrong && !typing ? t('input.dateWrong') : null}
      onChange={(day) => {
        setWrong(false);
        onChange(day);
      }}
      onInput={(event) => {
        const text = event.currentTarget.value.trim();
        const unreadable = text !== '' && !readDate(text);
        setTyping(true);
        setWrong(unreadable);
        if (unreadable) onWrong?.();
      }}
      onBlur={() => setTyping(false)}
      leftSection={<IconCalendar size={16} stroke={1.6} aria-hidden />} locale={language} yearLabelFormat={language === 'ja' ? 'YYYY年' : 'YYYY'} monthLabelFormat={language === 'ja' ? 'YYYY年M月' : 'MMMM YYYY'}
      ariaLabels={{ nextMonth: t('input.nextMonth'), previousMonth: t('input.previousMonth'), nextYear: t('input.nextYear'), previousYear: t('input.previousYear'), nextDecade: t('input.nextDecade'), previousDecade: t('input.previousDecade') }}
      clearButtonProps={{ 'aria-label': t('input.clear') }} {...rest} />
  );
}
