"""Trains the tagger of names: python3 training/train_names.py WORK OUT [--fold I --folds N] (training/README.md)"""

import argparse
import time

import numpy as np
import torch
from torch import nn

from network import Average, Data, Encoder, batches, collate, fold_of, save, seed_everything

MEASURED = {'GUM', 'wikigold', 'uner', 'crossner', 'corpus'}  # sets that folds are drawn from
TAGS = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC']

parser = argparse.ArgumentParser()
parser.add_argument('work')
parser.add_argument('out')
parser.add_argument('--fold', type=int, default=-1)
parser.add_argument('--folds', type=int, default=5)
parser.add_argument('--without', default='', help='a set to leave out (learning curve)')
parser.add_argument('--epochs', type=int, default=10)
parser.add_argument('--dense', type=int, default=64)
parser.add_argument('--hidden', type=int, default=64)
parser.add_argument('--layers', type=int, default=1)
parser.add_argument('--dilations', default='', help='of the convolutions')
parser.add_argument('--dropout', type=float, default=0.4)
parser.add_argument('--word-dropout', type=float, default=0.1)
parser.add_argument('--rate', type=float, default=4e-3)
parser.add_argument('--batch', type=int, default=4000)
parser.add_argument('--seed', type=int, default=1)
parser.add_argument('--threads', type=int, default=1)
args = parser.parse_args()

dilations = [int(d) for d in args.dilations.split(',') if d]
torch.set_num_threads(args.threads)
seed_everything(args.seed)
data = Data(args.work, 'names')


class Names(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder(data, args.dense, args.hidden, args.layers, args.dropout, dilations)
        self.out = nn.Linear(self.encoder.width, len(TAGS))
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))

    def forward(self, x, lengths, word_dropout=0.0):
        return self.out(self.encoder.dropout(self.encoder(x, lengths, word_dropout)))


def allowed():
    ok = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for i, a in enumerate(TAGS):
        for j, b in enumerate(TAGS):
            if b[0] == 'I' and a[1:] != b[1:]:
                ok[i, j] = -1e4
    return ok


def crf_loss(scores, tags, lengths, transitions):
    """Negative log likelihood of the tag sequences, summed over tokens."""
    batch, time_steps, _ = scores.shape
    mask = (torch.arange(time_steps)[None] < lengths[:, None]).float()
    tags = tags.clamp(min=0)
    gold = scores.gather(2, tags[..., None]).squeeze(2) * mask
    gold = gold.sum(1) + (transitions[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum(1)
    alpha = scores[:, 0]
    for t in range(1, time_steps):
        step = torch.logsumexp(alpha[:, :, None] + transitions[None], 1) + scores[:, t]
        alpha = torch.where(mask[:, t, None] > 0, step, alpha)
    return (torch.logsumexp(alpha, 1) - gold).sum() / mask.sum()


def viterbi(scores, transitions):
    value = scores[0].copy()
    value[[2, 4, 6]] -= 1e4
    back = []
    for row in scores[1:]:
        paths = value[:, None] + transitions
        back.append(paths.argmax(0))
        value = paths.max(0) + row
    tags = [int(value.argmax())]
    for pointers in reversed(back):
        tags.append(int(pointers[tags[-1]]))
    return tags[::-1]


def spans(tags):
    found, i = set(), 0
    while i < len(tags):
        if tags[i] in (1, 3, 5):
            j = i + 1
            while j < len(tags) and tags[j] == tags[i] + 1:
                j += 1
            found.add((i, j, tags[i]))
            i = j
        else:
            i += 1
    return found


def evaluate(model, documents):
    model.eval()
    transitions = model.transitions.detach().numpy() + allowed()
    counts = {}
    chunks = [(d, first, end) for d in documents for first, end in d['chunks'] if end > first]
    with torch.no_grad():
        for group in batches(chunks, 6000, shuffle=False):
            x, y, lengths = collate(data, group)
            scores = model(x, lengths).numpy()
            for row, (document, first, end) in enumerate(group):
                n = end - first
                found = spans(viterbi(scores[row, :n], transitions))
                gold = spans(y[row, :n, 0].tolist())
                c = counts.setdefault(document['set'], [0, 0, 0, 0, 0])
                c[0] += len(found & gold)
                c[1] += len(found)
                c[2] += len(gold)
                c[3] += sum(any(g[2] == f[2] and g[0] < f[1] and f[0] < g[1] for g in gold) for f in found)
                c[4] += sum(any(g[2] == f[2] and g[0] < f[1] and f[0] < g[1] for f in found) for g in gold)
    line = []
    for name, (hit, found, gold, overlap_found, overlap_gold) in sorted(counts.items()):
        f = 200 * hit / max(1, found + gold)
        p, r = overlap_found / max(1, found), overlap_gold / max(1, gold)
        line.append(f'{name} {f:.1f}/{200 * p * r / max(1e-9, p + r):.1f}')
    return '  '.join(line)


train = [d for d in data.documents if args.fold < 0 or d['set'] not in MEASURED or fold_of(d, args.folds) != args.fold]
train = [d for d in train if d['set'] != args.without]
test = [d for d in data.documents if args.fold >= 0 and d['set'] in MEASURED and fold_of(d, args.folds) == args.fold]
chunks = [(d, first, end) for d in train for first, end in d['chunks'] if end - first > 3]
model = Names()
parameters = [p for p in model.parameters() if p.requires_grad]
steps = args.epochs * len(batches(chunks, args.batch)) + 50
optimiser = torch.optim.AdamW(parameters, lr=args.rate, weight_decay=1e-2)
schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, args.rate, total_steps=steps, pct_start=0.15)
print(f'{sum(p.numel() for p in parameters)} weights, {len(train)} documents, {steps} steps', flush=True)
average = Average(model)
began = time.time()
for epoch in range(args.epochs):
    model.train()
    total = n = 0
    for group in batches(chunks, args.batch):
        x, y, lengths = collate(data, group)
        scores = model(x, lengths, word_dropout=args.word_dropout)
        loss = crf_loss(scores, y[..., 0], lengths, model.transitions)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 2.0)
        optimiser.step()
        if 2 * epoch >= args.epochs:
            average.update()
        if schedule.last_epoch < steps - 1:
            schedule.step()
        total += float(loss)
        n += 1
    if epoch == args.epochs - 1:
        average.settle()
    shown = evaluate(model, test) if test and (epoch % 5 == 4 or epoch == args.epochs - 1) else ''
    print(f'epoch {epoch + 1} loss {total / n:.4f} {time.time() - began:.0f}s {shown}', flush=True)
save(model, args.out, {'task': 'names', 'tags': TAGS, 'hidden': args.hidden, 'layers': args.layers, 'dilations': dilations})
