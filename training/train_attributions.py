"""
Trains the tagger of attributions: python3 training/train_attributions.py WORK OUT [--fold I --folds N]

One pass over the document finds cues (and, as a help to learning, sources and contents).
A second, small network is then run around each cue and tags the source and the content of that very cue,
so that linking is learned and attributions may nest.
"""

import argparse
import json
import random
import time

import torch
from torch import nn

from network import Average, Data, Encoder, Gru, batches, collate, fold_of, save, seed_everything

parser = argparse.ArgumentParser()
parser.add_argument('work')
parser.add_argument('out')
parser.add_argument('--fold', type=int, default=-1)
parser.add_argument('--folds', type=int, default=5)
parser.add_argument('--test', default='wikinews', help='sets (comma) that folds are drawn from')
parser.add_argument('--train', default='wikinews,corpus,gum-interview')
parser.add_argument('--epochs', type=int, default=20)
parser.add_argument('--dense', type=int, default=64)
parser.add_argument('--hidden', type=int, default=64)
parser.add_argument('--layers', type=int, default=2)
parser.add_argument('--role', type=int, default=48)
parser.add_argument('--role-hidden', type=int, default=32)
parser.add_argument('--dilations', default='', help='of the convolutions')
parser.add_argument('--dropout', type=float, default=0.35)
parser.add_argument('--rate', type=float, default=4e-3)
parser.add_argument('--batch', type=int, default=2400)
parser.add_argument('--seed', type=int, default=1)
parser.add_argument('--threads', type=int, default=1)
parser.add_argument('--limit', type=int, default=0, help='train on so many documents only (learning curve)')
parser.add_argument('--predict', default='')
args = parser.parse_args()

dilations = [int(d) for d in args.dilations.split(',') if d]
torch.set_num_threads(args.threads)
seed_everything(args.seed)
data = Data(args.work, 'attributions')

CUE_CLASSES, SPAN_CLASSES = 4, 3
ROLE_TAGS = 5  # outside, first and inside of source, first and inside of content
REACH_SENTENCES = 3
REACH_TOKENS = 100
DISTANCES = [1, 2, 3, 4, 6, 9, 14, 22, 35, 60]  # upper ends of buckets


def distance_bucket(i, first, end):
    """0 inside the cue, then odd before and even after it, further by bucket."""
    if first <= i < end:
        return 0
    gap = first - i if i < first else i - end + 1
    bucket = 0
    while bucket < len(DISTANCES) and gap > DISTANCES[bucket]:
        bucket += 1
    return 1 + 2 * bucket + (0 if i < first else 1)


DISTANCE_SIZE = 3 + 2 * len(DISTANCES)


def place_bucket(sentence, block, cue_sentence, cue_block):
    """Sentences and blocks between token and cue, clipped."""
    s = max(-3, min(3, sentence - cue_sentence)) + 3
    b = max(-1, min(1, block - cue_block)) + 1
    return s * 3 + b


PLACE_SIZE = 21


class Attributions(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder(data, args.dense, args.hidden, args.layers, args.dropout, dilations)
        width = self.encoder.width
        self.spans = nn.Linear(width, CUE_CLASSES + 2 * SPAN_CLASSES)
        self.token = nn.Linear(width, args.role)
        self.cue = nn.Linear(width, args.role, bias=False)
        self.distance = nn.Embedding(DISTANCE_SIZE, args.role)
        self.place = nn.Embedding(PLACE_SIZE, args.role)
        self.kind = nn.Embedding(2, args.role)
        nn.init.normal_(self.distance.weight, std=0.3)
        nn.init.normal_(self.place.weight, std=0.3)
        nn.init.normal_(self.kind.weight, std=0.1)
        self.role = Gru(args.role, args.role_hidden)
        self.out = nn.Linear(2 * args.role_hidden, ROLE_TAGS)
        self.dropout = nn.Dropout(args.dropout)

    def roles(self, h, windows):
        """Role scores of windows (row, first, end, cue first, cue end, kind, distances, places), and their lengths."""
        length = max(w[2] - w[1] for w in windows)
        token = self.token(h)
        anchors = torch.stack([h[w[0], w[3] : w[4]].mean(0) for w in windows])
        cue = self.cue(anchors) + self.kind(torch.tensor([w[5] for w in windows]))
        distances = torch.zeros(len(windows), length, dtype=torch.long)
        places = torch.zeros(len(windows), length, dtype=torch.long)
        rows = torch.zeros(len(windows), length, dtype=torch.long)
        columns = torch.zeros(len(windows), length, dtype=torch.long)
        lengths = torch.tensor([w[2] - w[1] for w in windows])
        for k, (row, first, end, _, _, _, d, p) in enumerate(windows):
            n = end - first
            distances[k, :n] = torch.tensor(d)
            places[k, :n] = torch.tensor(p)
            rows[k, :] = row
            columns[k, :n] = torch.arange(first, end)
        flat = (rows * h.shape[1] + columns).reshape(-1)  # index_select: its gradient is far cheaper than fancy indexing's
        token = token.reshape(-1, token.shape[-1]).index_select(0, flat).reshape(*rows.shape, -1)
        x = token + cue[:, None] + self.distance(distances) + self.place(places)
        x = self.dropout(torch.relu(x))
        return self.out(self.dropout(self.role(x, lengths))), lengths


def prepare(document):
    """Sentence and block of each token; claims merged by cue."""
    n = document['tokens']
    sentence, block = [0] * n, [0] * n
    starts = document['sentences']
    for i, (first, b) in enumerate(starts):
        last = starts[i + 1][0] if i + 1 < len(starts) else n
        for t in range(first, last):
            sentence[t], block[t] = i, b
    document['sentence'], document['block'] = sentence, block
    merged = {}
    for claim in document['claims']:
        content = [c for c in claim['content'] if c[1] > c[0]]
        if not content:
            continue
        kind = 0 if claim['cue'] else 1
        anchor = tuple(claim['cue']) if claim['cue'] else (content[0][0], content[0][0] + 1)
        if anchor[1] <= anchor[0]:
            continue
        known = merged.setdefault((anchor, kind), {'source': claim['source'], 'content': []})
        known['content'] += content
    document['anchors'] = [
        {'cue': anchor, 'kind': kind, **roles} for (anchor, kind), roles in merged.items()
    ]


def window_of(document, row, first, end, cue, kind):
    """The tokens around a cue that may be its source or content, in the chunk [first, end) of the document."""
    sentence, block, starts = document['sentence'], document['block'], document['sentences']
    s, b = sentence[cue[0]], block[cue[0]]
    low = starts[max(0, s - REACH_SENTENCES)][0]
    high = starts[s + REACH_SENTENCES + 1][0] if s + REACH_SENTENCES + 1 < len(starts) else document['tokens']
    low = max(first, low, cue[0] - REACH_TOKENS)
    high = min(end, high, cue[1] + REACH_TOKENS)
    d = [distance_bucket(i, cue[0], cue[1]) for i in range(low, high)]
    p = [place_bucket(sentence[i], block[i], s, b) for i in range(low, high)]
    return (row, low - first, high - first, cue[0] - first, cue[1] - first, kind, d, p)


def role_labels(window, first, source, content):
    labels = torch.zeros(window[2] - window[1], dtype=torch.long)
    low = window[1] + first

    def mark(span, begin):
        a, b = max(span[0], low), min(span[1], window[2] + first)
        for i in range(a, b):
            labels[i - low] = begin if i == a else begin + 1

    for piece in content:
        mark(piece, 3)
    if source:
        mark(source, 1)
    return labels


def runs(labels):
    """Cue spans [first, end) and their kind in a row of cue labels."""
    found, i = [], 0
    while i < len(labels):
        if labels[i] == 3:
            found.append((i, i + 1, 1))
        elif labels[i] in (1, 2):
            j = i + 1
            while j < len(labels) and labels[j] == 2:
                j += 1
            found.append((i, j, 0))
            i = j - 1
        i += 1
    return found


def training_windows(group, cue_scores, epoch):
    """Gold cues with their roles; wrongly found ones with none, once the network finds any."""
    windows, labels = [], []
    guesses = cue_scores.argmax(-1).tolist()
    for row, (document, first, end) in enumerate(group):
        gold = [a for a in document['anchors'] if first <= a['cue'][0] and a['cue'][1] <= end]
        for anchor in gold:
            cue = anchor['cue']
            if anchor['kind'] == 0 and random.random() < 0.2:  # be ready for cues found a word too short or long
                a, b = cue[0] + random.choice((-1, 0, 1)), cue[1] + random.choice((-1, 0, 1))
                if first <= a < b <= end:
                    cue = (a, b)
            window = window_of(document, row, first, end, cue, anchor['kind'])
            windows.append(window)
            labels.append(role_labels(window, first, anchor['source'], anchor['content']))
        if epoch < 2:
            continue
        for a, b, kind in runs(guesses[row][: end - first]):
            a, b = a + first, b + first
            if any(g['cue'][0] < b and a < g['cue'][1] for g in gold):
                continue
            window = window_of(document, row, first, end, (a, b), kind)
            windows.append(window)
            labels.append(role_labels(window, first, None, []))
    return windows, labels


def predict(model, documents, threshold):
    """Attributions of each document as token ranges."""
    model.eval()
    result = {}
    with torch.no_grad():
        for document in documents:
            n = document['tokens']
            x, _, lengths = collate(data, [(document, 0, n)])
            h = model.encoder(x, lengths)
            probability = torch.softmax(model.spans(h)[0, :, :CUE_CLASSES], -1)
            labels = cue_labels(probability.tolist(), threshold)
            anchors = runs(labels)
            found = []
            for a, b, kind in anchors:
                window = window_of(document, 0, 0, n, (a, b), kind)
                scores, _ = model.roles(h, [window])
                score = 1 - float(probability[a, 0])
                found.append(decode(torch.log_softmax(scores[0], -1), window, (a, b), kind, score))
            result[document['id']] = [f for f in found if f['content']]
    return result


def cue_labels(probability, threshold):
    labels, inside = [], False
    for o, b, i, n in probability:
        if o > 1 - threshold:
            labels.append(0)
            inside = False
        else:
            best = max((b, 1), (i if inside else 0, 2), (n, 3))[1]
            labels.append(best)
            inside = best in (1, 2)
    return labels


def decode(scores, window, cue, kind, score):
    """Best role tags in which insides follow their like, with at most one source."""
    value = [float(s) for s in scores[0]]
    value[2] -= 1e4
    value[4] -= 1e4
    back = []
    rows = scores.tolist()
    for row in rows[1:]:
        step, pointers = [], []
        for tag in range(ROLE_TAGS):
            best, arg = -1e9, 0
            for before in range(ROLE_TAGS):
                v = value[before]
                if tag == 2 and before not in (1, 2) or tag == 4 and before not in (3, 4):
                    v -= 1e4
                if v > best:
                    best, arg = v, before
            step.append(best + row[tag])
            pointers.append(arg)
        value = step
        back.append(pointers)
    tag = value.index(max(value))
    tags = [tag]
    for pointers in reversed(back):
        tag = pointers[tag]
        tags.append(tag)
    tags.reverse()
    sources, content, i = [], [], 0
    low = window[1]
    while i < len(tags):
        if tags[i] in (1, 3):
            j = i + 1
            while j < len(tags) and tags[j] == tags[i] + 1:
                j += 1
            weight = sum(rows[k][tags[k]] for k in range(i, j)) / (j - i)
            (sources if tags[i] == 1 else content).append((weight, [low + i, low + j]))
            i = j
        else:
            i += 1
    source = max(sources)[1] if sources else None
    return {
        'cue': list(cue) if kind == 0 else None,
        'source': source,
        'content': [c for _, c in content],
        'score': score,
        'anchor': list(cue),
    }


def measure(documents, predicted):
    """Claim F1 at IoU 0.5, the same with the right source, in tokens (close to what the scorer says)."""
    hit = right = found = gold_count = 0
    for document in documents:
        claims = predicted[document['id']]
        gold = [c for c in document['claims'] if c['content']]
        tokens = lambda spans: {i for a, b in spans for i in range(a, b)}
        gs = [tokens(c['content']) for c in gold]
        ps = [tokens(c['content']) for c in claims]
        pairs = []
        for i, g in enumerate(gs):
            for j, p in enumerate(ps):
                n = len(g & p)
                if n:
                    pairs.append((n / (len(g) + len(p) - n), i, j))
        used_g, used_p = set(), set()
        for iou, i, j in sorted(pairs, reverse=True):
            if i in used_g or j in used_p:
                continue
            used_g.add(i)
            used_p.add(j)
            if iou >= 0.5:
                hit += 1
                a, b = gold[i]['source'], claims[j]['source']
                if not a:
                    right += not b
                elif b:
                    n = max(0, min(a[1], b[1]) - max(a[0], b[0]))
                    right += n > 0 and (n / (a[1] - a[0]) >= 0.5 and b[1] - b[0] <= 2 * (a[1] - a[0]) + 3 or n == b[1] - b[0])
        found += len(claims)
        gold_count += len(gold)
    f = lambda x: 200 * x / max(1, found + gold_count)
    return f'P {100 * hit / max(1, found):.1f} R {100 * hit / max(1, gold_count):.1f} F {f(hit):.1f} source {f(right):.1f}'


for document in data.documents:
    prepare(document)
measured, wanted = args.test.split(','), args.train.split(',')
held = [d for d in data.documents if d['set'] in measured and (args.fold >= 0 and fold_of(d, args.folds) == args.fold)]
held_ids = {d['id'] for d in held}
train = [d for d in data.documents if d['set'] in wanted and d['id'] not in held_ids]
if args.limit:
    random.shuffle(train)
    train = train[: args.limit]
model = Attributions()
parameters = [p for p in model.parameters() if p.requires_grad]
chunks = [(d, first, end) for d in train for first, end in d['chunks'] if end - first > 3]
steps = args.epochs * len(batches(chunks, args.batch)) + 200
optimiser = torch.optim.AdamW(parameters, lr=args.rate, weight_decay=1e-2)
schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, args.rate, total_steps=steps, pct_start=0.2)
print(f'{sum(p.numel() for p in parameters)} weights, {len(train)} documents, {steps} steps, {len(held)} held out', flush=True)
average = Average(model)
began = time.time()
for epoch in range(args.epochs):
    model.train()
    totals = [0.0, 0.0, 0.0]
    for group in batches(chunks, args.batch):
        x, y, lengths = collate(data, group)
        h = model.encoder(x, lengths, word_dropout=0.06)
        scores = model.spans(model.dropout(h))
        cross = nn.functional.cross_entropy
        cue = cross(scores[..., :4].transpose(1, 2), y[..., 0], ignore_index=-100)
        source = cross(scores[..., 4:7].transpose(1, 2), y[..., 1], ignore_index=-100)
        content = cross(scores[..., 7:10].transpose(1, 2), y[..., 2], ignore_index=-100)
        loss = 2 * cue + 0.5 * source + 0.5 * content
        windows, labels = training_windows(group, scores[..., :4].detach(), epoch)
        if windows:
            role_scores, role_lengths = model.roles(h, windows)
            target = nn.utils.rnn.pad_sequence(labels, batch_first=True, padding_value=-100)
            role = cross(role_scores.transpose(1, 2), target, ignore_index=-100)
            loss = loss + 2 * role
            totals[2] += float(role)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 2.0)
        optimiser.step()
        if 2 * epoch >= args.epochs:
            average.update()
        if schedule.last_epoch < steps - 1:
            schedule.step()
        totals[0] += float(cue)
        totals[1] += float(content)
    line = f'epoch {epoch + 1} cue {totals[0]:.3f} content {totals[1]:.3f} role {totals[2]:.3f} {time.time() - began:.0f}s'
    if epoch == args.epochs - 1:
        average.settle()
    if held and epoch == args.epochs - 1:
        for threshold in (0.3, 0.5):
            line += f' | {threshold}: ' + measure(held, predict(model, held, threshold))
    print(line, flush=True)
if held and args.predict:
    with open(args.predict, 'w') as file:
        json.dump(predict(model, held, 0.4), file)
save(
    model,
    args.out,
    {
        'task': 'attributions',
        'hidden': args.hidden,
        'layers': args.layers,
        'dilations': dilations,
        'role': args.role,
        'roleHidden': args.role_hidden,
        'reachSentences': REACH_SENTENCES - 1,  # it has learned where to stop: nearer is faster and as good
        'reachTokens': REACH_TOKENS,
        'distances': DISTANCES,
    },
)
