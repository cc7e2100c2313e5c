import { Button, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconMapPin, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate, FieldDefinition, Person, RecordDetail } from '../../api/model';
import { Confidence } from '../../ui/Confidence';
import { useFormat } from '../../ui/useFormat';
import { draftValue } from './edit';
import { FieldInput } from './FieldInput';
import type { RecordEditor } from './useRecordEditor';
import classes from './record.module.css';

type Props = {
  field: FieldDefinition;
  detail: RecordDetail;
  editor: RecordEditor;
  active: boolean;
  overdue: boolean;
  onLocate: ((field: string) => void) | null;
  onUse: (field: string, candidate: Candidate) => void;
  people: Person[];
  /** Whether the pages stand beside it, so that choosing the field shows its place. */
  besidePages: boolean;
};

/** One field: its value, how sure it is, where it stands, what it was derived from, and what else it could be. */
export function FieldRow({ field, detail, editor, active, overdue, onLocate, onUse, people, besidePages }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setUnfolded] = useState<boolean | null>(null);
  const present = detail.present[field.id];
  const candidates = detail.candidates[field.id] ?? [];
  const warnings = detail.warnings.filter((w) => w.fields.includes(field.id));
  const name = format.label(field.label);
  const page = present?.evidence[0]?.page;
  // Choosing a derived value unfolds how it came about, unless one folded it by hand.
  const unfolded = chosen ?? (active && !!present?.derivation);
  const by = people.find((p) => p.id === present?.by)?.name;
  const { editing, draft, base } = editor;

  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the buttons below do the same for the keyboard
    <div className={classes.field} data-active={active || undefined} data-field={field.id} data-choosable={(besidePages && present && !editing) || undefined}
      onClick={besidePages && present && !editing ? (event) => {
        if (!(event.target as Element).closest('button,a') && !window.getSelection()?.toString()) onLocate?.(field.id);
      } : undefined}>
      <div className={classes.fieldName}>
        {name}
        {field.required && editing && <span className={classes.required} title={t('record.required')}>{t('record.requiredMark')}</span>}
      </div>
      <div className={classes.fieldBody}>
        {editing && draft && base ? (
          <FieldInput key={draft.filled[field.id] ?? 0} field={field} value={draftValue(base, draft, field.id)} onChange={(value, wrong) => editor.setValue(field.id, value, wrong)} />
        ) : present ? (
          <div className={classes.value} data-overdue={overdue || undefined}>
            {present.value.type === 'TEXTS' ? present.value.texts.map((text, i) => <div key={i}>{text}</div>) : format.value(present.value, field)}
            {overdue && <span className={classes.overdueWord}>{t('list.overdue')}</span>}
          </div>
        ) : <div className={classes.valueNone}>–{field.required && <span className={classes.missing}>{t('record.missing')}</span>}</div>}

        {(present || candidates.length > 0) && (
          <div className={classes.about}>
            {present && (present.origin === 'USER'
              ? <span className={classes.origin}><IconUser size={13} aria-hidden />{by ? t('record.byUser', { by }) : t('record.byHand')}</span>
              : <Confidence value={present.confidence} />)}
            {page !== undefined && onLocate && (
              <button type="button" className={classes.place} onClick={() => onLocate(field.id)} aria-label={t('record.showPlace', { field: name, page })}>
                <IconMapPin size={13} aria-hidden />{t('viewer.pageShort', { page })}
              </button>
            )}
            {present?.derivation && (
              <UnstyledButton className={classes.place} aria-expanded={unfolded} onClick={() => { setUnfolded(!unfolded); if (!unfolded && besidePages) onLocate?.(field.id); }}>
                {unfolded ? <IconChevronDown size={13} aria-hidden /> : <IconChevronRight size={13} aria-hidden />}{t('record.derived')}
              </UnstyledButton>
            )}
            {candidates.length > 0 && !(present?.derivation) && (
              <UnstyledButton className={classes.place} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
                {unfolded ? <IconChevronDown size={13} aria-hidden /> : <IconChevronRight size={13} aria-hidden />}{t('record.candidates', { count: candidates.length })}
              </UnstyledButton>
            )}
          </div>
        )}
        {warnings.map((w) => <div key={w.code} className={classes.fieldWarning}>{format.label(w.message)}</div>)}
        {unfolded && present?.derivation && (
          <div className={classes.derivation}>
            <div>{format.label(present.derivation.rule)}</div>
            <ul>
              {present.derivation.fields.map((id) => {
                const source = detail.fields.find((f) => f.id === id);
                const value = detail.present[id];
                return (
                  <li key={id}>
                    <span>{source ? format.label(source.label) : id}</span>
                    {value?.evidence.length && onLocate
                      ? <button type="button" className={classes.place} onClick={() => onLocate(id)}>{t('record.valueOnPage', { value: format.value(value.value, source), page: t('viewer.pageShort', { page: value.evidence[0]!.page }) })}</button>
                      : <span>{value ? format.value(value.value, source) : '–'}</span>}
                  </li>
                );
              })}
            </ul>
          </div>
        )}
        {unfolded && candidates.length > 0 && (
          <ul className={classes.candidates} aria-label={t('record.candidatesOf', { field: name })}>
            {candidates.map((candidate, i) => (
              <li key={i}>
                <Confidence value={candidate.confidence} />
                <span className={classes.candidateValue}>{format.value(candidate.value, field)}{candidate.evidence[0] && <small>{t('viewer.pageShort', { page: candidate.evidence[0].page })}</small>}</span>
                <Button size="compact-xs" variant="light" onClick={() => onUse(field.id, candidate)} aria-label={t('record.useCandidate', { value: format.value(candidate.value, field), field: name })}>{t('record.use')}</Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
