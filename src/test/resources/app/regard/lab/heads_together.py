"""What each head of layer 0 adds to the fourth token, in NumPy from the files themselves and the weights that transformers gave."""
import json, struct
from pathlib import Path
import numpy as np

MODELS = Path(__file__).parent.parent / "transformer" / "models"
PLACE = 3


def tensors(folder):
    raw = (folder / "model.safetensors").read_bytes()
    size = struct.unpack("<Q", raw[:8])[0]
    head = json.loads(raw[8:8 + size])
    data = raw[8 + size:]
    return {k: np.frombuffer(data[v["data_offsets"][0]:v["data_offsets"][1]], "<f4").reshape(v["shape"]).astype(float)
            for k, v in head.items() if k != "__metadata__"}


def norm(x, w, b, eps):
    return (x - x.mean(1, keepdims=True)) / np.sqrt(x.var(1, keepdims=True) + eps) * w + b


def layer(name, t, ids):
    """What the heads read, W_V (d, d), b_V, W_O (d, d) and b_O."""
    if name.startswith("gpt2"):
        at = "transformer.h.0."
        x = t["transformer.wte.weight"][ids] + t["transformer.wpe.weight"][:len(ids)]
        x = norm(x, t[at + "ln_1.weight"], t[at + "ln_1.bias"], 1e-5)
        d = x.shape[1]
        return (x, t[at + "attn.c_attn.weight"][:, 2 * d:], t[at + "attn.c_attn.bias"][2 * d:],
                t[at + "attn.c_proj.weight"], t[at + "attn.c_proj.bias"])
    first = 2 if name.startswith("roberta") else 0
    x = t["embeddings.word_embeddings.weight"][ids] + t["embeddings.position_embeddings.weight"][first:first + len(ids)]
    if "embeddings.token_type_embeddings.weight" in t:
        x = x + t["embeddings.token_type_embeddings.weight"][0]
    x = norm(x, t["embeddings.LayerNorm.weight"], t["embeddings.LayerNorm.bias"], 1e-12)
    at, v, o = (("transformer.layer.0.attention.", "v_lin", "out_lin") if name.startswith("distil")
                else ("encoder.layer.0.attention.", "self.value", "output.dense"))
    return (x, t[at + v + ".weight"].T, t[at + v + ".bias"], t[at + o + ".weight"].T, t[at + o + ".bias"])


out = {}
for name in ["bert-tiny", "distilbert-tiny", "roberta-tiny", "gpt2-tiny"]:
    case = json.loads((MODELS / name / "expected.json").read_text())[0]
    x, wv, bv, wo, bo = layer(name, tensors(MODELS / name), case["ids"])
    a = np.array(case["attention"][0])  # (heads, n, n)
    k = x.shape[1] // len(a)
    added = [a[h][PLACE] @ (x @ wv + bv)[:, h * k:(h + 1) * k] @ wo[h * k:(h + 1) * k] for h in range(len(a))]
    out[name] = dict(sentence=case["sentence"], place=PLACE + 1, lengths=[float(np.linalg.norm(v)) for v in added],
                     bias=float(np.linalg.norm(bo)), sum=(sum(added) + bo).tolist())
Path(__file__).with_name("heads-together.json").write_text(json.dumps(out, indent=1) + "\n")
