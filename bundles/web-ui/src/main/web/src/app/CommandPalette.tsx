import { Modal, TextInput } from '@mantine/core';
import { IconActivityHeartbeat, IconFileText, IconHome, IconKeyboard, IconLanguage, IconMoon, IconSearch, IconSettings, IconSun } from '@tabler/icons-react';
import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ledgersQuery, overviewQuery } from '../api/queries';
import { applyLanguage } from '../locales';
import { useFormat } from '../ui/useFormat';
import classes from './CommandPalette.module.css';

type Command = { id: string; text: string; icon: ReactNode; run: () => void };
type Props = { opened: boolean; onClose: () => void; onHelp: () => void; /** Whether the person sees documents at all. */ documents: boolean };

export function CommandPalette(props: Props) {
  const { t } = useTranslation();
  return (
    <Modal.Root opened={props.opened} onClose={props.onClose} size={560} centered={false} yOffset="12vh" padding={0}>
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content aria-label={t('palette.title')}><Commands {...props} /></Modal.Content>
    </Modal.Root>
  );
}

function Commands({ onClose, onHelp, documents }: Props) {
  const { t, i18n } = useTranslation();
  const { label } = useFormat();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const { data: known = [] } = useQuery({ ...ledgersQuery, enabled: documents });
  const { data: overview } = useQuery({ ...overviewQuery, enabled: documents });
  const ledgers = documents ? known : [];
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);

  const to = (path: string) => () => void navigate(path);
  const other = i18n.language === 'ja' ? 'en' : 'ja';
  const fixed: Command[] = [
    { id: 'home', text: t('nav.home'), icon: <IconHome size={18} />, run: to('/') },
    ...ledgers.map((l) => ({ id: l.id, text: t('palette.open', { name: label(l.label) }), icon: <IconFileText size={18} />, run: to(`/ledgers/${l.id}`) })),
    ...ledgers.map((l) => ({
      id: `incomplete-${l.id}`, text: t('palette.incomplete', { name: label(l.label) }), icon: <IconFileText size={18} />, run: to(`/ledgers/${l.id}?c=${encodeURIComponent('input_state:is:INCOMPLETE')}`),
    })),
    { id: 'settings', text: t('nav.settings'), icon: <IconSettings size={18} />, run: to('/settings') },
    { id: 'health', text: t('nav.health'), icon: <IconActivityHeartbeat size={18} />, run: to('/health') },
    { id: 'keys', text: t('keys.title'), icon: <IconKeyboard size={18} />, run: onHelp },
    { id: 'language', text: other === 'ja' ? '日本語で表示' : 'Show in English', icon: <IconLanguage size={18} />, run: () => void applyLanguage(other) },
    { id: 'dark', text: t('app.dark'), icon: <IconMoon size={18} />, run: () => setColorScheme('dark') },
    { id: 'light', text: t('app.light'), icon: <IconSun size={18} />, run: () => setColorScheme('light') },
  ];
  const wanted = text.trim().normalize('NFKC').toLowerCase();
  const matches = (command: Command) => command.text.normalize('NFKC').toLowerCase().includes(wanted);
  const recent: Command[] = (overview?.recent ?? []).map((r) => ({ id: r.id, text: r.fileName, icon: <IconFileText size={18} />, run: to(`/records/${r.id}`) }));
  const searches: Command[] = wanted
    ? ledgers.map((l) => ({
      id: `search-${l.id}`, text: t('palette.search', { name: label(l.label), text: text.trim() }), icon: <IconSearch size={18} />, run: to(`/ledgers/${l.id}?q=${encodeURIComponent(text.trim())}`),
    }))
    : [];
  const commands = wanted ? [...fixed.filter(matches), ...recent.filter(matches).slice(0, 5), ...searches] : fixed;
  const at = Math.min(chosen, commands.length - 1);

  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      event.preventDefault();
      setChosen((at + move + commands.length) % commands.length);
    } else if (event.key === 'Enter' && commands[at]) {
      event.preventDefault();
      onClose();
      commands[at].run();
    }
  };
  return (
    <div>
      <TextInput variant="unstyled" px={16} size="lg" data-autofocus value={text} placeholder={t('palette.prompt')} aria-label={t('palette.prompt')} role="combobox" aria-expanded aria-controls="commands"
        aria-activedescendant={commands[at] ? `command-${commands[at].id}` : undefined} leftSection={<IconSearch size={18} />} leftSectionWidth={46} styles={{ input: { paddingLeft: 36, height: 52 } }}
        onChange={(e) => { setText(e.currentTarget.value); setChosen(0); }} onKeyDown={onKey} />
      <ul id="commands" role="listbox" aria-label={t('palette.title')} className={classes.list}>
        {commands.map((command, i) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are handled by the combobox
          <li key={command.id} id={`command-${command.id}`} role="option" aria-selected={i === at} className={classes.command}
            onMouseMove={() => setChosen(i)} onClick={() => { onClose(); command.run(); }}>
            {command.icon}<span>{command.text}</span>
          </li>
        ))}
        {commands.length === 0 && <li className={classes.none} role="presentation">{t('palette.none')}</li>}
      </ul>
    </div>
  );
}
