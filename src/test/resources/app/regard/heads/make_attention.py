"""Writes the files of attention that ImportedTest reads: python3 make_attention.py (NumPy 2.4.6).

The .safetensors file is written after the format's description (https://github.com/huggingface/safetensors), with
NumPy and struct alone; make_safetensors.py writes one with the library.
"""
import csv
import json
import struct

import numpy as np

LAYERS, HEADS, N, M = 2, 3, 4, 4
TOKENS = ["[CLS]", "Zürich", "##s", "[SEP]"]


def weights(layers, heads, n, m):
    l, h, i, j = np.indices((layers, heads, n, m))
    raw = ((l * 7 + h * 5 + i * 3 + j * 11) % 13 + 1).astype(np.float64)
    return raw / raw.sum(axis=-1, keepdims=True)


a = weights(LAYERS, HEADS, N, M)
np.save("attention-f4.npy", a.astype("<f4"))
np.save("attention-f8-big.npy", a.astype(">f8"))
np.save("attention-heads.npy", a[0])
np.save("attention-cross.npy", weights(1, 1, 2, 5)[0, 0])
np.save("attention-fortran.npy", np.asfortranarray(a[0, 0]))
np.save("attention-whole.npy", np.eye(3, dtype="<i4"))
np.save("attention-list.npy", np.ones(3))
tokens = np.frombuffer("\n".join(TOKENS).encode(), dtype=np.uint8)
np.savez("attention.npz", tokens=tokens, last=a[1], first=a.astype("<f2"))
keys = np.frombuffer("p\nq\nr\ns\nt".encode(), dtype=np.uint8)
np.savez("attention-keys.npz", tokens=np.frombuffer(b"yes\nno", dtype=np.uint8), key_tokens=keys, a=weights(1, 1, 2, 5)[0, 0])
np.savez_compressed("attention-packed.npz", attention=a.astype("<f4"))


def bfloat16(x):
    """Rounded to the nearest, ties to even, as hardware does."""
    bits = x.astype("<f4").view("<u4")
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype("<u2")


header, data = {"__metadata__": {"tokens": json.dumps(TOKENS), "format": "pt"}}, b""
for name, kind, array in [
    ("f64", "F64", a.astype("<f8")),
    ("ids", "I64", np.arange(4, dtype="<i8")),
    ("f32", "F32", a.astype("<f4")),
    ("f16", "F16", a[0].astype("<f2")),
    ("bf16", "BF16", bfloat16(a[0, 0])),
]:
    raw = array.tobytes()
    header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [len(data), len(data) + len(raw)]}
    data += raw
text = json.dumps(header).encode()
text += b" " * (-len(text) % 8)
with open("attention.safetensors", "wb") as file:
    file.write(struct.pack("<Q", len(text)) + text + data)

# As text, by Python's own json and csv modules and NumPy's savetxt.
TWO = ["yes", "naïve, “no”"]
with open("attention.json", "w") as file:
    json.dump(a.tolist(), file)
with open("attention-object.json", "w") as file:
    extra = {"model": "made up", "layers": [0, 1], "ids": [[101, 7], [8, 102]]}
    cross = {"tokens": TWO, "key_tokens": ["p", "q", "r", "s", "t"], "cross": weights(1, 1, 2, 5)[0].tolist()}
    json.dump({**extra, **cross, "low": a[0].astype("<f4").tolist()}, file, indent=1)
with open("attention-nan.json", "w") as file:
    json.dump({"good": a[0, 0].tolist(), "bad": [[1.0, float("nan")], [float("inf"), 0.0]]}, file)
np.savetxt("attention-plain.csv", a[1, 2], delimiter=",", fmt="%.17g")
with open("attention-labels.csv", "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["", "p", "q's", "'s", "-", "t\nu"])
    rows.writerows([word, *row] for word, row in zip(TWO, weights(1, 1, 2, 5)[0, 0].tolist()))
