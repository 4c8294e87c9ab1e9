"""Files of attention as people save them, each a kind; run in this folder with NumPy. Every head has the same formula, see a()."""
import json, os, struct
import numpy as np


def a(layer=0, head=0, n=3, m=3):
    w = np.array([[(layer * 5 + head * 7 + i * 11 + j * 3) % 17 + 1 for j in range(m)] for i in range(n)], float)
    return w / w.sum(axis=1, keepdims=True)


def stack(layers, heads, n=3, m=3):
    return np.array([[a(l, h, n, m) for h in range(heads)] for l in range(layers)])


def safetensors(name, arrays, **notes):
    header, data = {"__metadata__": notes} if notes else {}, b""
    for key, x in arrays.items():
        bytes_ = np.ascontiguousarray(x, "<f4").tobytes()
        header[key] = {"dtype": "F32", "shape": list(x.shape), "data_offsets": [len(data), len(data) + len(bytes_)]}
        data += bytes_
    text = json.dumps(header).encode()
    open(name, "wb").write(struct.pack("<Q", len(text)) + text + data)


os.makedirs("kinds", exist_ok=True)
os.chdir("kinds")
for name, x in {
    "batch-before": stack(2, 3)[None],
    "batch-between": stack(2, 3)[:, None],
    "batch-behind": stack(2, 3)[:, :, None],
    "batch-last": stack(2, 3)[..., None],
    "two-texts": np.stack([stack(2, 3), stack(2, 3)[::-1]], 1),
    "fortran": np.asfortranarray(stack(2, 3)),
    "big-endian": stack(2, 3).astype(">f4"),
    "half": stack(2, 3).astype("f2"),
    "whole": np.eye(3, dtype="i8"),
    "boolean": np.eye(3, dtype=bool),
    "columns": a(n=3, m=4).T,
    "masked": np.where(np.arange(3)[:, None] == 0, np.nan, stack(2, 2)),
    "tiny": np.array([[1, -1e-17], [0.5, 0.5]]),
    "window": np.repeat(a(n=1, m=3), 6, 0),
}.items():
    np.save(name + ".npy", x)
np.savez("layers.npz", **{f"layer_{i}": a(i)[None, None] for i in (10, 2, 0, 1)})
np.savez("heads.npz", **{f"layer{l}/head{h}": a(l, h) for l in range(2) for h in range(3)})
np.savez("strings.npz", attention=a(), tokens=np.array(["a", "bé", "c"]), columns=np.array(["neg", "pos"]),
         past=np.zeros((2, 2, 1, 1, 3, 2), "f4"), labels=np.array([None, {}]))
np.savez_compressed("packed.npz", attention=stack(12, 12, 32, 32).astype("f2"))
safetensors("sides.safetensors", {k: a(i) for i, k in enumerate(
    ["encoder_attentions", "decoder_attentions", "cross_attentions"])},
    encoder_tokens='["The", "red", "house"]', decoder_tokens='["Das", "rote", "Haus"]')
safetensors("model.safetensors", {"h.0.attn.c_attn.weight": np.zeros((4, 4)), "wte.weight": np.zeros((5, 4))})
safetensors("nothing.safetensors", {"last_hidden_state": np.zeros((2, 1, 2, 2, 1, 3))})
safetensors("python-list.safetensors", {"attention": a()}, tokens="['[CLS]', 'it\\'s', '[SEP]']", words="['x']")
d = lambda h, n, step: np.array([[[((i * 5 + j * 3 + c * 7 + step) % 11 - 5) / 4 for c in range(2)] for j in range(n)] for i in range(h)])
np.savez("qkv.npz", q=d(4, 3, 0), k=d(2, 3, 1), v=d(2, 3, 2), tokens=np.array(["a", "b", "c"]))
np.savez("qkv-layers.npz", q=np.stack([d(4, 3, 0), d(4, 3, 4)]), k=np.stack([d(4, 5, 1)] * 2), v=np.stack([d(4, 5, 2)] * 2))
json.dump([{"words": ["a", "b", "c"], "data": {"attention": a().tolist()}}], open("record.json", "w"))
json.dump([{"tokens": ["a", "b", "c"], "attention": a(0).tolist()},
           {"tokens": ["d", "e", "f"], "attention": a(1).tolist()}], open("records.json", "w"))
json.dump({"tokens": ["a", "b", "c"], "attentions": {f"layer_{l}": {f"head_{h}": a(l, h).tolist() for h in range(3)}
           for l in (10, 2)}}, open("nested.json", "w"))
json.dump({"left_text": ["a", "b"], "right_text": ["c", "d", "e"], "attn": stack(1, 2, 2, 3).tolist(),
           "tokens_left": ["?"]}, open("view.json", "w"))
json.dump({"tokens": [["a", "b", "c"], ["d", "e", "f"]], "attention": np.stack([stack(1, 2)[0], stack(2, 2)[1]]).tolist()},
          open("batch.json", "w"))
json.dump({"tokens": ["a", "b", "c", "d", "e"], "attention": a().tolist()}, open("five-tokens.json", "w"))
for name, x in {"header": [list(range(4))] + a(n=4, m=4).tolist(),
                "index": [[i] + row for i, row in enumerate(a(n=4, m=4).tolist())],
                "words": [["the", "cat", "sat", "down"]] + a(n=4, m=4).tolist(),
                "rows": [[w] + row for w, row in zip("pqrs", a(n=4, m=4).tolist())]}.items():
    open(name + ".csv", "w").write("".join(",".join(map(str, row)) + "\n" for row in x))
