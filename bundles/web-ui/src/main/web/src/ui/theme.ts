import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const ai: MantineColorsTuple = ['#edf4fb', '#dbe8f5', '#b4cfe9', '#8ab4dd', '#669dd2', '#4b8ac8', '#337abf', '#1f5c99', '#1a4f85', '#123b66'];

// The greys of the dark scheme, a little blue like its surfaces.
const dark: MantineColorsTuple = ['#c9d1d9', '#b1bac4', '#97a1ac', '#6b7580', '#4a525b', '#363d45', '#272d34', '#1d2126', '#16191d', '#101215'];

/** 藍: one accent; red, amber and green only where they mean something. */
export const theme = createTheme({
  primaryColor: 'ai',
  primaryShade: { light: 7, dark: 7 },
  colors: { ai, dark },
  fontFamily: '"Hiragino Sans", "Hiragino Kaku Gothic ProN", "Yu Gothic UI", "Noto Sans JP", "Noto Sans CJK JP", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Consolas, "Noto Sans Mono CJK JP", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.6', lg: '1.5', xl: '1.4' },
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '20px', lineHeight: '1.4' }, h2: { fontSize: '16px', lineHeight: '1.5' }, h3: { fontSize: '14px', lineHeight: '1.6' } } },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true, fz: 12 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 32 } },
    Button: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 } } },
    Drawer: { defaultProps: { position: 'right', overlayProps: { backgroundOpacity: 0.4 } } },
    TextInput: { defaultProps: { size: 'sm' } },
    Menu: { defaultProps: { shadow: 'md', withinPortal: true } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff', '--mantine-color-text': '#1d2329', '--mantine-color-dimmed': '#5b6570', '--mantine-color-placeholder': '#68727d', '--mantine-color-error': '#b42318',
    '--surface': '#ffffff', '--ground': '#f5f7f9', '--line': '#e1e6eb', '--line-strong': '#c6ced6', '--hover': '#f2f6fa', '--chosen': '#e4eef8', '--accent': '#1f5c99',
    '--good': '#1d7a3e', '--warn': '#8f5400', '--bad': '#b42318', '--good-soft': '#e6f4ea', '--warn-soft': '#fdf1dd', '--bad-soft': '#fdeaea', '--busy-soft': '#e7f0f9', '--quiet-soft': '#eef1f4',
    '--evidence-line': '#b98600', '--hit': 'rgb(38 166 91 / 0.30)',
  },
  dark: {
    '--mantine-color-body': '#16191d', '--mantine-color-text': '#e4e8ec', '--mantine-color-dimmed': '#a3adb8', '--mantine-color-placeholder': '#97a1ac', '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': '#8fc0f0',
    '--mantine-color-ai-light': '#20364c', '--mantine-color-ai-light-hover': '#284561', '--mantine-color-ai-light-color': '#b5d7f7',
    '--surface': '#1d2126', '--ground': '#16191d', '--line': '#30363d', '--line-strong': '#4a525b', '--hover': '#252b32', '--chosen': '#20364c', '--accent': '#8fc0f0',
    '--good': '#76d394', '--warn': '#f2bd6a', '--bad': '#ff9d94', '--good-soft': '#17331f', '--warn-soft': '#3a2b12', '--bad-soft': '#421d1b', '--busy-soft': '#1b3147', '--quiet-soft': '#2a3037',
    '--evidence-line': '#b98600', '--hit': 'rgb(38 166 91 / 0.34)',
  },
});
