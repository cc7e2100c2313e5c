import { memo, useMemo } from 'react';
import type { PageText } from '../api/model';
import { textRuns } from './geometry';
import classes from './viewer.module.css';

let context: CanvasRenderingContext2D | null = null;
const FAMILY = 'sans-serif';

/** Width of a text at 100 px, so that it can be stretched to the width that it has on the page. */
function naturalWidth(text: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 60;
  context.font = `100px ${FAMILY}`;
  return context.measureText(text).width;
}

/** The text of a page, transparent over its image: for selecting, copying and screen readers. */
export const TextLayer = memo(function TextLayer({ text, width, height }: { text: PageText; width: number; height: number }) {
  const runs = useMemo(() => {
    const found = textRuns(text.text, text.lines, text.chars, { width: 1000, height: (1000 * height) / width });
    return found.map((run) => ({ ...run, natural: naturalWidth(run.text) }));
    // the proportion of the page never changes, its size does
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  return (
    <div className={classes.text} data-text-page={text.page}>
      {runs.map((run) => {
        const h = run.height * height;
        const w = run.width * width;
        const size = run.vertical ? w : h;
        const stretch = run.natural > 0 ? ((run.vertical ? h : w) * 100) / (run.natural * size) : 1;
        return (
          <span key={run.start} data-start={run.start} className={classes.run}
            style={{
              left: run.left * width, top: run.top * height, fontSize: size, lineHeight: `${size}px`,
              ...(run.vertical ? { writingMode: 'vertical-rl', transform: `scaleY(${stretch})` } : { transform: `scaleX(${stretch})` }),
            }}>{run.text}</span>
        );
      })}
    </div>
  );
});
