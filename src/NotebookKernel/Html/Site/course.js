// The pages' only script: theme, copy buttons, and charts that are drawn when they come near the screen.
(() => {
  'use strict';
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const still = matchMedia('(prefers-reduced-motion: reduce)');

  // --- theme: the system's, until the reader chooses ---
  const remembered = () => { try { return localStorage.getItem('course-theme'); } catch { return null; } };
  const applyTheme = () => { root.dataset.theme = remembered() ?? (dark.matches ? 'dark' : 'light'); };
  applyTheme();

  const changeTheme = () => {
    const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
    try { localStorage.setItem('course-theme', next); } catch { /* a browser that keeps nothing still changes this page */ }
    root.dataset.theme = next;
    retheme();
  };

  // --- charts ---
  const figures = new Map();          // plot element → { data, layout, config, drawn }
  const css = name => getComputedStyle(root).getPropertyValue(name).trim();

  // The figure's ink is nearly black, which a dark page cannot show.
  const INK = /^#262626$/i;
  const inkTo = (value, ink) => {
    if (typeof value === 'string') return INK.test(value) ? ink : value;
    if (Array.isArray(value)) return value.some(v => typeof v === 'string' && INK.test(v)) ? value.map(v => inkTo(v, ink)) : value;
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, inkTo(v, ink)]));
    return value;
  };

  // Plotly's slider is replaced by a real one, so its room goes; axes of one scale are no higher than the screen lets them be wide.
  const AXIS_TITLE = 48;              // pixels below an axis for its ticks and title
  const fit = (figure, width) => {
    const { layout } = figure, { margin, legend, height } = layout;
    if (!height || margin?.b === undefined) return;
    const kept = height - (margin.t ?? 0) - margin.b;
    const gap = legend?.y < 0 ? -legend.y * kept : 0;
    const wanted = layout.sliders?.length ? Math.min(gap, AXIS_TITLE) : gap;
    const inner = layout.yaxis?.scaleanchor ? Math.min(kept, Math.max(200, width - (margin.l ?? 0) - (margin.r ?? 0))) : kept;
    const b = margin.b - (gap - wanted);
    figure.layout = { ...layout, height: (margin.t ?? 0) + inner + b, margin: { ...margin, b }, ...(gap && { legend: { ...legend, y: -wanted / inner } }) };
  };

  const themed = figure => {
    const ink = css('--ink'), line = css('--line'), soft = css('--soft');
    const layout = inkTo(figure.layout, ink);
    layout.paper_bgcolor = layout.plot_bgcolor = 'rgba(0,0,0,0)';
    layout.font = { ...layout.font, color: ink };
    for (const key of Object.keys(layout).filter(k => /^[xy]axis/.test(k)))
      layout[key] = { ...layout[key], gridcolor: line, zerolinecolor: soft, linecolor: soft, tickcolor: soft };
    delete layout.sliders;
    return { data: figure.data.map(trace => inkTo(trace, ink)), layout };
  };

  const draw = async plot => {
    const figure = figures.get(plot);
    if (!figure || figure.drawn || !window.Plotly) return;
    figure.drawn = true;
    const { data, layout } = themed(figure);
    await Plotly.newPlot(plot, data, layout, { ...figure.config, responsive: true });
    if (figure.step !== undefined) await show(plot, figure.step);
  };

  const retheme = () => {
    for (const [plot, figure] of figures) {
      if (!figure.drawn) continue;
      const { data, layout } = themed(figure);
      Plotly.react(plot, data, layout, { ...figure.config, responsive: true }).then(() => figure.step !== undefined && show(plot, figure.step));
    }
  };

  // --- sliders: a range input in place of Plotly's, so that the keyboard and screen readers can use it ---
  const show = async (plot, at) => {
    const figure = figures.get(plot);
    figure.step = at;
    const step = figure.layout.sliders[0].steps[at];
    if (!figure.drawn || !step) return;
    const args = inkTo(structuredClone(step.args ?? []), css('--ink'));
    if (step.method === 'restyle') await Plotly.restyle(plot, ...args);
    else if (step.method === 'relayout') await Plotly.relayout(plot, ...args);
    else await Plotly.update(plot, ...args);
  };

  const addControls = (plot, place) => {
    const slider = figures.get(plot).layout.sliders?.[0];
    if (!slider?.steps?.length) return;
    const figure = figures.get(plot);
    const range = Object.assign(document.createElement('input'), { type: 'range', min: 0, max: slider.steps.length - 1, step: 1, value: slider.active ?? 0 });
    const label = document.createElement('output');
    const play = Object.assign(document.createElement('button'), { type: 'button', textContent: '▶ Play' });
    const name = (slider.currentvalue?.prefix ?? '').trim();
    const text = at => `${name} ${slider.steps[at].label ?? at}`.trim();
    range.setAttribute('aria-label', name.replace(/[=:]\s*$/, '') || 'Step');
    let timer = 0;
    const set = at => { range.value = at; label.textContent = text(at); range.setAttribute('aria-valuetext', text(at)); return show(plot, at); };
    const stop = () => { clearInterval(timer); timer = 0; play.textContent = '▶ Play'; };
    range.addEventListener('input', () => { stop(); set(+range.value); });
    play.addEventListener('click', () => {
      if (timer) return stop();
      if (+range.value === +range.max) set(0);
      play.textContent = '❚❚ Pause';
      timer = setInterval(() => { set(+range.value + 1); if (+range.value === +range.max) stop(); }, still.matches ? 1200 : 450);
    });
    label.textContent = text(+range.value);
    range.setAttribute('aria-valuetext', text(+range.value));
    figure.step = +range.value;
    place.append(play, range, label);
    place.hidden = false;
  };

  const whenPlotly = window.courseReady = new Promise(ready => addEventListener('load', ready, { once: true }));
  window.courseDrawAll = () => whenPlotly.then(() => Promise.all([...figures.keys()].map(draw)));

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelector('.theme')?.addEventListener('click', changeTheme);
    dark.addEventListener('change', () => { applyTheme(); retheme(); });

    for (const button of document.querySelectorAll('.copy'))
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(button.nextElementSibling.textContent);
        button.textContent = 'Copied';
        setTimeout(() => { button.textContent = 'Copy'; }, 1500);
      });

    for (const chart of document.querySelectorAll('figure.chart')) {
      const plot = chart.querySelector('.plot');
      figures.set(plot, { config: {}, ...JSON.parse(chart.querySelector('script.figure').textContent) });
      fit(figures.get(plot), plot.clientWidth);
      if (figures.get(plot).layout.height) plot.style.minHeight = `${figures.get(plot).layout.height}px`;
      addControls(plot, chart.querySelector('.controls'));
    }
    const near = new IntersectionObserver(entries => {
      for (const entry of entries.filter(e => e.isIntersecting)) {
        near.unobserve(entry.target);
        whenPlotly.then(() => draw(entry.target));
      }
    }, { rootMargin: '600px' });
    figures.forEach((_, plot) => near.observe(plot));
    addEventListener('beforeprint', () => { figures.forEach((_, plot) => draw(plot)); });

    // --- where the reader is, in the table of contents; on a phone the table starts closed ---
    const contents = document.querySelector('.contents details');
    if (contents && matchMedia('(max-width: 75rem)').matches) contents.open = false;
    const links = new Map([...document.querySelectorAll('.contents a')].map(a => [a.hash.slice(1), a]));
    const here = new IntersectionObserver(entries => {
      for (const entry of entries.filter(e => e.isIntersecting)) {
        links.forEach(a => a.classList.remove('here'));
        links.get(entry.target.id)?.classList.add('here');
      }
    }, { rootMargin: '-10% 0px -75% 0px' });
    for (const heading of document.querySelectorAll('h2[id], h3[id]')) here.observe(heading);
  });
})();
