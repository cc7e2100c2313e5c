import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import i18n from '../locales';

const close = () => ({ 'aria-label': i18n.t('action.close') });

/** Done; goes away by itself. `undo` takes it back. */
export function toastSaved(message: string, undo?: () => void) {
  const id = notifications.show({
    color: 'green.8', icon: <IconCheck size={18} />, closeButtonProps: close(), autoClose: undo ? 10_000 : 4000,
    message: undo ? <Text span>{message} <Anchor component="button" type="button" ml={8} onClick={() => { notifications.hide(id); undo(); }}>{i18n.t('action.undo')}</Anchor></Text> : message,
  });
}

/** Needs a look; stays until it is closed. */
export function toastError(title: string, { text, code }: { text: string; code: string | null }) {
  notifications.show({
    color: 'red.8', icon: <IconAlertTriangle size={18} />, title, autoClose: false, closeButtonProps: close(), role: 'alert',
    message: <>{text}{code && <Text span c="dimmed" fz={12} ml={6}>({code})</Text>}</>,
  });
}
