"""A random checkpoint of GPT-2's shape (12 layers of 12 heads, d_model 768), to measure time and memory: make_gpt2_shape.py FOLDER [F32|F16]
with a tokenizer of as many pieces as GPT-2's. Needs NumPy only."""
import json, struct, sys
from pathlib import Path
import numpy as np

folder, kind = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "F32"
tiny = Path(__file__).parent / "gpt2-tiny"
folder.mkdir(parents=True, exist_ok=True)
config = json.loads((tiny / "config.json").read_text())
d = 768
config.update(n_embd=d, n_head=12, n_layer=12, n_positions=1024, vocab_size=50257)
(folder / "config.json").write_text(json.dumps(config))
random = np.random.default_rng(1)
tokenizer = json.loads((tiny / "tokenizer.json").read_text())
pieces, merges = tokenizer["model"]["vocab"], tokenizer["model"]["merges"]
known = [piece for piece in pieces if not piece.startswith("<|")]
while len(pieces) < config["vocab_size"]:  # pairs of pieces that there are, as a training finds them
    left, right = (known[i] for i in random.integers(0, len(known), 2))
    if left + right not in pieces and len(left + right) < 12:
        pieces[left + right] = len(pieces)
        known.append(left + right)
        merges.append([left, right])
(folder / "tokenizer.json").write_text(json.dumps(tokenizer))
shapes = {"wte.weight": (50257, d), "wpe.weight": (1024, d), "ln_f.weight": (d,), "ln_f.bias": (d,)}
for layer in range(12):
    for name, shape in {"ln_1": (d,), "attn.c_attn": (d, 3 * d), "attn.c_proj": (d, d), "ln_2": (d,), "mlp.c_fc": (d, 4 * d), "mlp.c_proj": (4 * d, d)}.items():
        shapes[f"h.{layer}.{name}.weight"] = shape
        shapes[f"h.{layer}.{name}.bias"] = shape[-1:]
size, header, at = np.dtype("f4" if kind == "F32" else "f2").itemsize, {}, 0
for name, shape in shapes.items():
    end = at + int(np.prod(shape)) * size
    header[name], at = {"dtype": kind, "shape": shape, "data_offsets": [at, end]}, end
text = json.dumps(header).encode()
with open(folder / "model.safetensors", "wb") as out:
    out.write(struct.pack("<Q", len(text)) + text)
    for shape in shapes.values():
        out.write((random.standard_normal(shape, dtype="f4") * 0.02).astype("f4" if kind == "F32" else "f2").tobytes())
