"""The networks both taggers are made of. Shapes must match lib/tagging/network.ts."""

import ctypes
import json
import os
import random
import subprocess
import tempfile

import numpy as np
import torch
from torch import nn

VECTOR_SIZE = 48
# Width of the embedding of each feature column after the word vector (lib/tagging/features.ts); 120 in all.
EMBEDDING_WIDTHS = {
    'word': 16,
    'suffix2': 4,
    'suffix3': 8,
    'suffix4': 8,
    'prefix3': 6,
    'shape': 8,
    'pattern': 4,
    'quotation': 6,
    'place': 6,
    'evidence': 6,
}


class Data:
    """What training/export-features.ts wrote for one task."""

    def __init__(self, folder, task):
        self.meta = json.load(open(os.path.join(folder, task + '.json')))
        width, layers = self.meta['width'], self.meta['layers']
        features = np.fromfile(os.path.join(folder, task + '.features'), dtype=np.uint16).reshape(-1, width)
        labels = np.fromfile(os.path.join(folder, task + '.labels'), dtype=np.uint8).reshape(-1, layers)
        self.features = features.astype(np.int32)
        self.labels = labels
        self.vectors = np.fromfile(os.path.join(folder, 'vectors.f32'), dtype=np.float32).reshape(-1, VECTOR_SIZE)
        self.documents = self.meta['documents']
        at = 0
        for document in self.documents:
            document['offset'] = at
            at += document['tokens']
        assert at == len(features) == len(labels)


def seed_everything(seed):
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


def compile_gru():
    """gru.c as a library, or None where there is no C compiler."""
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'gru.c')
    library = os.path.join(tempfile.mkdtemp(), 'gru.so')
    command = ['cc', '-O3', '-march=native', '-ffast-math', '-shared', '-fPIC', '-o', library, source, '-lm']
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return ctypes.CDLL(library)


LIBRARY = compile_gru()


def pointer(tensor):
    return ctypes.c_void_p(tensor.data_ptr())


class Steps(torch.autograd.Function):
    """The step-by-step part of one direction of a GRU: gates of the inputs -> outputs."""

    @staticmethod
    def forward(context, gates, weight, bias, lengths, backward):
        gates, weight, bias = gates.contiguous(), weight.contiguous(), bias.contiguous()
        rows, steps, width = gates.shape
        hidden = width // 3
        out = torch.zeros(rows, steps, hidden)
        kept = torch.empty(rows, steps, 4 * hidden)
        scratch = torch.empty(hidden, width)
        arguments = [pointer(t) for t in (gates, weight, bias, lengths, out, kept, scratch)]
        LIBRARY.gru_forward(*arguments, rows, steps, hidden, int(backward))
        context.save_for_backward(weight, lengths, out, kept)
        context.backward_in_time = backward
        return out

    @staticmethod
    def backward(context, gradient):
        weight, lengths, out, kept = context.saved_tensors
        gradient = gradient.contiguous()
        rows, steps, hidden = out.shape
        inputs, recurrent = torch.zeros(rows, steps, 3 * hidden), torch.zeros(rows, steps, 3 * hidden)
        arguments = [pointer(t) for t in (gradient, weight, out, kept, lengths, inputs, recurrent)]
        LIBRARY.gru_backward(*arguments, rows, steps, hidden, int(context.backward_in_time))
        before = torch.zeros_like(out)
        if context.backward_in_time:
            before[:, :-1] = out[:, 1:]
        else:
            before[:, 1:] = out[:, :-1]
        flat = recurrent.reshape(-1, 3 * hidden)
        return inputs, flat.t() @ before.reshape(-1, hidden), flat.sum(0), None, None


class Gru(nn.GRU):
    """A bidirectional GRU over rows of different lengths."""

    def __init__(self, width, hidden):
        super().__init__(width, hidden, batch_first=True, bidirectional=True)

    def forward(self, x, lengths):
        if LIBRARY is None:
            packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
            out, _ = super().forward(packed)
            return nn.utils.rnn.pad_packed_sequence(out, batch_first=True, total_length=x.shape[1])[0]
        sides = []
        for suffix in ('', '_reverse'):
            part = lambda name: getattr(self, f'{name}_l0{suffix}')
            gates = nn.functional.linear(x, part('weight_ih'), part('bias_ih'))
            sides.append(Steps.apply(gates, part('weight_hh'), part('bias_hh'), lengths, suffix != ''))
        return torch.cat(sides, -1)


class Convolution(nn.Module):
    """Looks at a token and the ones `dilation` before and after it; adds what it finds to the token."""

    def __init__(self, width, dilation, dropout):
        super().__init__()
        self.dilation = dilation
        self.linear = nn.Linear(3 * width, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        padded = nn.functional.pad(x, (0, 0, self.dilation, self.dilation))
        length = x.shape[1]
        around = torch.cat([padded[:, :length], x, padded[:, 2 * self.dilation :]], -1)
        return (x + torch.relu(self.linear(self.dropout(around)))) * mask


class Encoder(nn.Module):
    """Feature columns -> embeddings -> dense -> convolutions -> bidirectional GRUs, whose outputs are added."""

    def __init__(self, data, dense, hidden, layers, dropout, dilations=()):
        super().__init__()
        self.vectors = nn.Embedding.from_pretrained(torch.tensor(data.vectors), freeze=True)
        sizes = {column['name']: column['size'] for column in data.meta['columns']}
        self.embeddings = nn.ModuleDict(
            {name: nn.Embedding(sizes[name], width) for name, width in EMBEDDING_WIDTHS.items()}
        )
        for embedding in self.embeddings.values():
            nn.init.normal_(embedding.weight, std=0.3)
        width = VECTOR_SIZE + sum(EMBEDDING_WIDTHS.values())
        self.dense = nn.Linear(width, dense)
        self.convolutions = nn.ModuleList(Convolution(dense, dilation, dropout / 2) for dilation in dilations)
        sizes = [dense] + [2 * hidden] * (layers - 1)
        self.grus = nn.ModuleList(Gru(size, hidden) for size in sizes[:layers])
        self.dropout = nn.Dropout(dropout)
        self.width = 2 * hidden if layers else dense

    def forward(self, x, lengths, word_dropout=0.0):
        if word_dropout:
            x = x.clone()
            dropped = torch.rand(x.shape[:2]) < word_dropout
            x[..., 0][dropped] = 0
            dropped = torch.rand(x.shape[:2]) < 2 * word_dropout
            x[..., 1][dropped] = 0
        parts = [self.vectors(x[..., 0])]
        parts += [embedding(x[..., i + 1]) for i, embedding in enumerate(self.embeddings.values())]
        h = self.dropout(torch.relu(self.dense(self.dropout(torch.cat(parts, -1)))))
        mask = (torch.arange(x.shape[1])[None] < lengths[:, None]).float()[..., None]
        for convolution in self.convolutions:
            h = convolution(h, mask)
        total = None if len(self.grus) else h
        for gru in self.grus:
            out = gru(h, lengths)
            total = out if total is None else total + out
            h = self.dropout(out)
        return total


class Average:
    """
    The running mean of a model's weights over its last steps, which does better than the last of them
    (Polyak and Juditsky 1992). `keep`: how much of the mean a step leaves.
    """

    def __init__(self, model, keep=0.995):
        self.model, self.keep, self.mean = model, keep, None

    def update(self):
        weights = {name: p for name, p in self.model.named_parameters() if p.requires_grad}
        if self.mean is None:
            self.mean = {name: p.detach().clone() for name, p in weights.items()}
        for name, p in weights.items():
            self.mean[name].mul_(self.keep).add_(p.detach(), alpha=1 - self.keep)

    def settle(self):
        """Gives the model the mean for good."""
        self.model.load_state_dict(self.mean, strict=False)


def batches(chunks, tokens, shuffle=True):
    """Chunks (document, first, end) of about one length together, about `tokens` tokens a batch."""
    order = list(chunks)
    if shuffle:
        random.shuffle(order)
        order.sort(key=lambda c: (c[2] - c[1]) // 16 + random.random() * 2)
    else:
        order.sort(key=lambda c: c[2] - c[1])
    groups, group = [], []
    for chunk in order:
        longest = max(c[2] - c[1] for c in group + [chunk])
        if group and longest * (len(group) + 1) > tokens:
            groups.append(group)
            group = []
        group.append(chunk)
    if group:
        groups.append(group)
    if shuffle:
        random.shuffle(groups)
    return groups


def collate(data, group):
    length = max(end - first for _, first, end in group)
    x = torch.zeros(len(group), length, data.features.shape[1], dtype=torch.long)
    y = torch.full((len(group), length, data.labels.shape[1]), -100, dtype=torch.long)
    lengths = torch.zeros(len(group), dtype=torch.long)
    for row, (document, first, end) in enumerate(group):
        offset = document['offset']
        x[row, : end - first] = torch.from_numpy(data.features[offset + first : offset + end].astype(np.int64))
        y[row, : end - first] = torch.from_numpy(data.labels[offset + first : offset + end].astype(np.int64))
        lengths[row] = end - first
    return x, y, lengths


def fold_of(document, folds):
    """A fold by the letters of the document's id, the same on every machine."""
    value = 0
    for character in document['id']:
        value = (value * 31 + ord(character)) % 1_000_003
    return value % folds


def save(model, path, about):
    """All trained weights as float32 after a JSON line that names them; training/pack.ts rounds and packs them."""
    tensors = [(name, p.detach().numpy()) for name, p in model.state_dict().items() if name != 'encoder.vectors.weight']
    about = dict(about, tensors=[{'name': name, 'shape': list(t.shape)} for name, t in tensors])
    with open(path, 'wb') as file:
        file.write((json.dumps(about) + '\n').encode())
        for _, t in tensors:
            file.write(t.astype('<f4').tobytes())
