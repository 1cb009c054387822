// Measures and colors of cards, those of Teams. Colors are variables of style.css, so that a change of theme needs no new rendering.
import { HostConfig } from 'adaptivecards';

const colors = (text, subtle) => ({ default: text, subtle });

const foreground = (text, subtle) => ({
  default: colors(text, subtle),
  dark: colors(text, subtle),
  light: colors(text, subtle),
  accent: colors('var(--accent-text)', 'var(--accent-text)'),
  good: colors('var(--good-text)', 'var(--good-text)'),
  warning: colors('var(--warning-text)', 'var(--warning-text)'),
  attention: colors('var(--attention-text)', 'var(--attention-text)'),
});

const container = name => ({
  backgroundColor: `var(--${name}-back)`,
  borderColor: 'var(--line)',
  foregroundColors: foreground('var(--text)', 'var(--text-subtle)'),
});

export const hostConfig = new HostConfig({
  fontFamily: 'inherit',
  fontSizes: { small: 13, default: 15, medium: 16, large: 19, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  spacing: { small: 6, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  containerStyles: {
    default: container('card'),
    emphasis: container('emphasis'),
    accent: container('accent'),
    good: container('good'),
    warning: container('warning'),
    attention: container('attention'),
  },
  // One level below the pane's.
  textBlock: { headingLevel: 3 },
  actions: {
    maxActions: 6,
    spacing: 'medium',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
    showCard: { actionMode: 'inline', inlineTopMargin: 16 },
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' (required)', suffixColor: 'default' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', weight: 'bolder' },
  },
});
