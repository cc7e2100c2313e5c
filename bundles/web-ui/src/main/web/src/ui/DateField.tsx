import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { readDate } from './values';
import { useFormat } from './useFormat';

type Props = { label?: string; 'aria-label'?: string; value: string | null; onChange: (iso: string | null) => void; autoFocus?: boolean };

/** A day: typed in any form (2024/4/1, 令和6年4月1日, R6.4.1) or chosen from a calendar. */
export function DateField({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  return (
    <DateInput value={value} onChange={(v) => onChange(v)} dateParser={(text) => readDate(text)} valueFormat="YYYY/MM/DD" clearable placeholder={t('input.datePrompt')}
      leftSection={<IconCalendar size={16} stroke={1.6} aria-hidden />} locale={language} yearLabelFormat={language === 'ja' ? 'YYYY年' : 'YYYY'} monthLabelFormat={language === 'ja' ? 'YYYY年M月' : 'MMMM YYYY'}
      ariaLabels={{ nextMonth: t('input.nextMonth'), previousMonth: t('input.previousMonth'), nextYear: t('input.nextYear'), previousYear: t('input.previousYear'), nextDecade: t('input.nextDecade'), previousDecade: t('input.previousDecade') }}
      clearButtonProps={{ 'aria-label': t('input.clear') }} {...rest} />
  );
}
