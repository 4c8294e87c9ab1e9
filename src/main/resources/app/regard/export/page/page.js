'use strict';
// Shows and hides what the page holds ready. It reads no number and computes none.
(() => {
  const LABEL = '-1';
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const one = (selector, within) => (within || document).querySelector(selector);
  const root = document.documentElement;
  const scenes = new Map();
  let scene = null;
  let card = null;
  // what the reader looks at, as in the window: stage, focused query, whether it is pinned, what is pointed at
  let stage = '1';
  let query = '0';
  let pinned = false;
  let hover = null;

  const group = (elements, key) => elements.reduce((found, element) => {
    const name = key(element);
    found.has(name) ? found.get(name).push(element) : found.set(name, [element]);
    return found;
  }, new Map());

  /** What is needed of a scene again and again, found once. */
  const opened = (section) => {
    if (!scenes.has(section.id)) {
      const map = one('.heatmap', section);
      const spots = all('[data-s], [data-x]', section).filter((e) => e.closest('.hits'));
      const name = (e) => e.dataset.s ? `s ${e.dataset.s}` : `x ${e.dataset.x}`;
      scenes.set(section.id, {
        section,
        data: JSON.parse(one('script', section).textContent),
        map: group(spots.filter((e) => map.contains(e)), name),
        stages: group(spots.filter((e) => e.closest('.matrices')), name),
        versions: group(all('[data-v]', section), (e) => e.dataset.v),
        lit: all('.focus, .asks, .source, .cell', section),
        shown: all('.version.on', section)
      });
    }
    return scenes.get(section.id);
  };

  const parts = (spot) => spot.split(':');
  const isCell = (spot) => !parts(spot).includes(LABEL);

  const whyOf = (spot) => {
    const [matrix, row, column] = parts(spot);
    const cells = scene.data.whys[matrix];
    return (scene.data.follows.includes(matrix) ? cells[query] : cells)[row][column];
  };

  /** The key whose column is asked about, where a key's label is pointed at. */
  const columnAsked = () => {
    if (!hover || isCell(hover)) {
      return null;
    }
    const [matrix, row, column] = parts(hover);
    const ofColumn = scene.data.answers.includes(matrix) && row === LABEL;
    const ofRow = matrix === 'answering words' || (scene.data.offers.includes(matrix) && column === LABEL);
    return ofColumn ? column : ofRow ? row : null;
  };

  const queryOf = (spot) => {
    const [matrix, row] = parts(spot);
    const chip = matrix === 'words' && scene.data.self;
    return chip || (scene.data.asks.includes(matrix) && row !== LABEL) ? row : null;
  };

  const show = (name) => (scene.versions.get(name) || []).forEach((e) => {
    e.classList.add('on');
    scene.shown.push(e);
  });

  const light = (where, name, kind) => (where.get(name) || []).forEach((e) => {
    e.classList.add(kind);
    scene.lit.push(e);
  });

  const lightAll = (where, asked, column) => {
    if (column !== null) {
      scene.data.answers.forEach((m) => light(where, `x ${m}:${LABEL}:${column}`, 'asks'));
      return;
    }
    scene.data.asks.forEach((m) => light(where, `x ${m}:${query}:${LABEL}`, 'focus'));
    whyOf(asked)[3].split(' ').forEach((from) => light(where, isCell(from) ? `s ${from}` : `x ${from}`, 'source'));
    light(where, `s ${asked}`, 'cell');
  };

  const tell = (asked) => {
    const dock = one('.dock', scene.section);
    const [question, about, formula, , note] = whyOf(asked);
    one('.question', dock).textContent = question;
    one('.about', dock).textContent = about;
    one('.arithmetic', dock).textContent = formula;
    one('.note', dock).textContent = note === undefined ? '' : scene.data.notes[note];
  };

  const update = () => {
    const column = columnAsked();
    const asked = hover && isCell(hover) ? hover : scene.data.start[stage][query];
    const weight = parts(asked)[0] === 'A' ? asked : scene.data.start['6'][query];
    scene.lit.splice(0).forEach((e) => e.classList.remove('focus', 'asks', 'source', 'cell'));
    scene.shown.splice(0).forEach((e) => e.classList.remove('on'));
    show(`q${query}`);
    if (column !== null) {
      show(`c${column}`);
    }
    all('.bars, .strip', scene.section).forEach((e) => e.classList.toggle('asking', column !== null));
    lightAll(scene.stages, asked, column);
    lightAll(scene.map, weight, column);
    all('.lines button', scene.section).forEach((b) => b.classList.toggle('chosen', b.dataset.q === query));
    scene.section.classList.toggle('pinned', pinned);
    tell(asked);
  };

  const point = (spot) => {
    const found = spot && queryOf(spot);
    hover = spot && parts(spot)[0] !== 'words' ? spot : null;
    if (found && !pinned) {
      query = found;
    }
    update();
  };

  /** Pins the query of a spot; the pinned one again unpins it. A bar leads to its own word. */
  const pin = (spot, inBars) => {
    const column = columnAsked();
    const [, row, key] = parts(spot);
    const found = inBars ? (scene.data.self ? (column === null ? key : row) : null) : queryOf(spot);
    if (found) {
      pinned = !(pinned && query === found);
      query = found;
      update();
    }
  };

  // ---- stages and cards

  const rail = () => all('.rail button', scene.section);
  const here = () => rail().find((b) => b.dataset.stage === stage);

  const goTo = (number) => {
    stage = number;
    hover = null;
    all('.stage', scene.section).forEach((s) => s.classList.toggle('here', s.dataset.stage === stage));
    let passed = true;
    rail().forEach((b) => {
      passed = passed && b !== here();
      b.classList.toggle('passed', passed);
      b === here() ? b.setAttribute('aria-current', 'step') : b.removeAttribute('aria-current');
    });
    const dots = all('.dots i').values();
    rail().forEach((b) => {
      dots.next().value.classList.toggle('passed', b.classList.contains('passed') || b === here());
    });
    [['.back', 'previousElementSibling', '◀ '], ['.forth', 'nextElementSibling', '']].forEach(([name, side, arrow]) => {
      const button = one(name);
      const to = here()[side];
      button.disabled = !to;
      button.textContent = to ? `${arrow}${to.title}${arrow ? '' : ' ▶'}` : arrow ? '◀' : '▶';
    });
    here().scrollIntoView({ block: 'nearest', inline: 'center' });
    update();
  };

  const step = (side) => {
    const to = here()[side];
    if (to) {
      goTo(to.dataset.stage);
    }
  };

  const moveQuery = (side) => {
    const line = one(`.lines button[data-q="${query}"]`, scene.section).parentNode[side];
    if (line) {
      query = one('button', line).dataset.q;
      hover = null;
      update();
    }
  };

  const cards = all('.card');
  const after = new Map();
  const before = new Map();
  cards.reduce((left, right) => {
    after.set(left, right);
    before.set(right, left);
    return right;
  });

  /** Cards that ask something, and of which an answer was chosen: only then their sentence is shown. */
  const answered = new Set();
  document.addEventListener('toggle', (e) => {
    const asking = e.target.closest('.guesses');
    if (asking && asking.closest('.card') === card) {
      answered.add(card);
      scene.section.classList.remove('waits');
    }
  }, true);

  const open = (which) => {
    if (!which) {
      return;
    }
    card = which;
    const section = card.dataset.scene ? document.getElementById(card.dataset.scene) : null;
    cards.forEach((c) => c.classList.toggle('here', c === card));
    all('.scene').forEach((s) => s.classList.toggle('here', s === section));
    root.classList.toggle('still', !section); // a picture has no stages to step through
    scene = section && opened(section);
    if (one('.cards')) {
      one('.place').textContent = card.dataset.place;
      one('.before').disabled = !before.has(card);
      one('.after').disabled = !after.has(card);
    }
    if (scene) {
      section.classList.toggle('waits', Boolean(one('.guesses', card)) && !answered.has(card));
      pinned = false;
      query = card.dataset.query;
      goTo(card.dataset.stage);
    }
  };

  // ---- mouse and touch

  const spotAt = (target) => {
    const found = target.closest('[data-s]');
    return found ? found.dataset.s : null;
  };

  document.addEventListener('pointerover', (e) => {
    if (e.pointerType === 'mouse' && e.target.closest('.figure, .lines')) {
      point(spotAt(e.target));
    }
  });
  document.addEventListener('pointerout', (e) => {
    const inside = e.target.closest('.figure, .lines');
    if (e.pointerType === 'mouse' && inside && !(e.relatedTarget && inside.contains(e.relatedTarget))) {
      point(null);
    }
  });
  document.addEventListener('click', (e) => {
    const button = e.target.closest('button');
    const spot = spotAt(e.target);
    if (spot) {
      const byMouse = e.pointerType === 'mouse';
      byMouse ? pin(spot, Boolean(e.target.closest('.distribution'))) : point(spot);
    } else if (button && button.dataset.stage) {
      goTo(button.dataset.stage);
    } else if (button && button.dataset.level) {
      level(button.dataset.level);
    } else if (button && button.dataset.way) {
      way(button);
    }
  });

  const level = (name) => {
    root.dataset.level = name;
    all('.levels button').forEach((b) => b.setAttribute('aria-pressed', b.dataset.level === name));
  };

  const way = (button) => {
    const body = button.closest('.body');
    all('.ways button', body).forEach((b) => b.setAttribute('aria-pressed', b === button));
    all('.way', body).forEach((w) => w.classList.toggle('on', w.dataset.way === button.dataset.way));
  };

  // ---- keyboard

  const visible = (e) => !e.closest('.version:not(.on)');
  const keyboard = new Map();
  const drawn = (figure) => all('svg:not(.vectors)', figure).filter((svg) => svg.getClientRects().length);
  const spotsIn = (figure) => drawn(figure).flatMap((svg) => all('.hits [data-s]', svg)).filter(visible);
  const areasIn = (figure) => drawn(figure).flatMap((svg) => all('.hits [data-m], .hits [data-list]', svg)).filter(visible);

  const following = (list, element) => {
    let passed = false;
    return list.find((e) => {
      const found = passed;
      passed = passed || e === element;
      return found;
    });
  };

  const neighbour = (figure, at, key) => {
    const row = at.parentNode;
    const list = row.parentNode.dataset.list;
    const forth = key === 'ArrowRight' || key === 'ArrowDown';
    if (list || key === 'ArrowRight' || key === 'ArrowLeft') {
      const next = at[forth ? 'nextElementSibling' : 'previousElementSibling'];
      if (next && next.dataset.s) {
        return next;
      }
      const areas = areasIn(figure);
      const beside = following(forth ? areas : areas.reverse(), row.parentNode);
      return beside ? one('g:nth-child(2) > [data-s]:nth-child(2)', beside) || one('[data-s]', beside) : at;
    }
    const line = row[forth ? 'nextElementSibling' : 'previousElementSibling'];
    const next = line && line.children[Array.from(row.children).indexOf(at)];
    return next && next.dataset.s ? next : at;
  };

  const inFigure = (figure, e) => {
    const spots = spotsIn(figure);
    const held = keyboard.get(figure) || hover || scene.data.start[stage][query];
    const at = spots.find((s) => s.dataset.s === held) || spots.find((s) => s.classList.contains('cell'));
    if (e.key.startsWith('Arrow')) {
      const to = at ? neighbour(figure, at, e.key) : spots.find((s) => s);
      if (to) {
        keyboard.set(figure, to.dataset.s);
        point(to.dataset.s);
      }
      return true;
    }
    if ((e.key === 'Enter' || e.key === ' ') && at) {
      pin(at.dataset.s, figure.matches('.distribution'));
      return true;
    }
    return false;
  };

  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey || (!scene && !['n', 'p'].includes(e.key))) {
      return;
    }
    const figure = document.activeElement.closest('.figure');
    const keys = {
      PageDown: () => step('nextElementSibling'),
      PageUp: () => step('previousElementSibling'),
      ArrowRight: () => step('nextElementSibling'),
      ArrowLeft: () => step('previousElementSibling'),
      ArrowDown: () => moveQuery('nextElementSibling'),
      ArrowUp: () => moveQuery('previousElementSibling'),
      n: () => open(after.get(card)),
      p: () => open(before.get(card)),
      Escape: () => {
        pinned = false;
        point(null);
      }
    };
    if (figure && inFigure(figure, e)) {
      e.preventDefault();
    } else if (scene && rail().some((b) => b.dataset.stage === e.key)) {
      goTo(e.key);
    } else if (keys[e.key]) {
      keys[e.key]();
      e.preventDefault();
    }
  });
  document.addEventListener('focusout', (e) => keyboard.delete(e.target));

  // ---- the page's own buttons

  one('.back').addEventListener('click', () => step('previousElementSibling'));
  one('.forth').addEventListener('click', () => step('nextElementSibling'));
  one('.theme').addEventListener('click', () => {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    root.dataset.theme = (root.dataset.theme || dark) === 'dark' ? 'light' : 'dark';
    one('.theme').setAttribute('aria-pressed', root.dataset.theme === 'dark');
  });
  if (one('.cards')) {
    one('.before').addEventListener('click', () => open(before.get(card)));
    one('.after').addEventListener('click', () => open(after.get(card)));
  }
  level('plain');
  open(one('.card'));
})();
