// Draws the pictures of a page: <div data-chart="id"> beside <script type="application/json" id="id">.
import './echarts.common.min.js';
import { token } from './console.js';

const echarts = globalThis.echarts;
const language = document.documentElement.lang;
const locale = language === 'fa' ? 'fa-IR' : language === 'zh-Hans' ? 'zh-CN' : 'en-GB';
const drawn = [];

const formats = {
  tip: (params) => params.data?.tip ?? '',
  percent: (value) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value),
};
const number = (decimals) => {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: decimals });
  return (value) => (Number.isNaN(Number(value)) ? value : format.format(value));
};

// The server names what only the page knows: colours of the theme, typefaces, formats of the language.
function resolved(value) {
  if (Array.isArray(value)) return value.map(resolved);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'formatter' ? format(part) : resolved(part)]));
  }
  if (typeof value === 'string' && value.startsWith('token:')) return token(value.slice(6));
  if (value === 'font:type') return getComputedStyle(document.body).fontFamily;
  return value;
}

function format(name) {
  return name.startsWith('number:') ? number(Number(name.slice(7))) : formats[name] ?? name;
}

function draw(place) {
  const written = JSON.parse(document.getElementById(place.dataset.chart).textContent);
  place.style.blockSize = `${place.dataset.height}px`;
  const chart = echarts.init(place, null, { renderer: 'svg' });
  const option = resolved(written);
  if (written.rows) fitLabels(option, place);
  chart.setOption(option);
  if (written.labelled) placeLabels(chart, option);
  drawn.push({ place, chart, written });
}

// Labels of rows stand over the marks and may be as wide as the picture.
function fitLabels(option, place) {
  option.yAxis.axisLabel.width = place.clientWidth - 48;
}

// Each label goes to the first free side of its point; where none is free it is left to the tip and the table.
function placeLabels(chart, option) {
  const taken = [];
  const points = option.series.flatMap((series) => series.data);
  for (const point of points) {
    const [x, y] = chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, point.value);
    point.at = [x, y];
    taken.push([x - 7, y - 7, x + 7, y + 7]);
  }
  for (const point of points) {
    const [x, y] = point.at;
    const width = 7 * point.name.length + 4;
    const sides = {
      right: [x + 8, y - 8, x + 8 + width, y + 8],
      left: [x - 8 - width, y - 8, x - 8, y + 8],
      top: [x - width / 2, y - 24, x + width / 2, y - 8],
      bottom: [x - width / 2, y + 8, x + width / 2, y + 24],
    };
    const free = Object.entries(sides).find(([, box]) => box[0] >= 0 && box[2] <= chart.getWidth()
      && !taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]));
    if (free) taken.push(free[1]);
    point.label = free ? { show: true, position: free[0], formatter: point.name } : { show: false };
  }
  chart.setOption({ series: option.series.map((series) => ({ data: series.data })) });
}

for (const place of document.querySelectorAll('[data-chart]')) draw(place);

// A picture as a file: as it is drawn, or in points twice as fine, on the ground of the page so that its ink can be read.
const SHARP = 2;
const ground = () => getComputedStyle(document.querySelector('.picture')).backgroundColor;

function save(kind, id) {
  const { place, chart, written } = drawn.find((each) => each.place.dataset.chart === id);
  const name = `${document.title.replace(/[^\p{L}\p{N}]+/gu, '-')}-${id}.${kind}`;
  if (kind === 'svg') {
    chart.setOption({ backgroundColor: ground() });
    give(new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' }), name);
    chart.setOption({ backgroundColor: 'transparent' });
    return;
  }
  const board = document.createElement('div');
  const fine = echarts.init(board, null, { renderer: 'canvas', width: place.clientWidth, height: place.clientHeight, devicePixelRatio: SHARP });
  const option = { ...resolved(written), animation: false, backgroundColor: ground() };
  if (written.rows) fitLabels(option, place);
  fine.setOption(option);
  if (written.labelled) placeLabels(fine, option);
  fine.getZr().flush();
  board.querySelector('canvas').toBlob((blob) => { give(blob, name); fine.dispose(); });
}

function give(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

for (const doings of document.querySelectorAll('.picture-doings')) doings.hidden = false;
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-saves]');
  if (button) save(button.dataset.saves, button.dataset.of);
});

let waiting;
function redraw() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    for (const { chart } of drawn) chart.dispose();
    for (const { place } of drawn.splice(0)) draw(place);
  }, 150);
}
let width = window.innerWidth;
window.addEventListener('resize', () => {
  if (window.innerWidth !== width) redraw();
  width = window.innerWidth;
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
