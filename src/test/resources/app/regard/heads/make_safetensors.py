"""Writes library.safetensors, which ImportedTest reads, with the safetensors library itself.

Written with safetensors 0.8.0 (Debian's package python3-safetensors 0.8.0-1) and NumPy 2.4.6:
python3 make_safetensors.py. NumPy knows no bfloat16, so that tensor is handed to the library as its bits.
"""
import json

import numpy as np
import safetensors

assert safetensors.__version__ == "0.8.0"
LAYERS, HEADS, N = 2, 3, 5
TOKENS = ["[CLS]", "naïve", "“quoted”", "##s", "[SEP]"]


def weights():
    """Another formula than make_attention.py's, so that no file passes for the other."""
    l, h, i, j = np.indices((LAYERS, HEADS, N, N))
    raw = ((l * 5 + h * 7 + i * 11 + j * 3) % 17 + 1).astype(np.float64)
    return raw / raw.sum(axis=-1, keepdims=True)


def bfloat16(x):
    """Rounded to the nearest, ties to even, as hardware does."""
    bits = x.astype("<f4").view("<u4")
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype("<u2")


a = weights()
arrays = {  # kept alive here: the library is given addresses
    "float32": ("float32", a.astype("<f4")),
    "half": ("float16", a.astype("<f2")),
    "brain": ("bfloat16", bfloat16(a)),
    "double": ("float64", a[1]),
    "input_ids": ("int64", np.arange(N, dtype="<i8")),
}
tensors = {
    name: safetensors.TensorSpec(dtype=kind, shape=list(x.shape), data_ptr=x.ctypes.data, data_len=x.nbytes)
    for name, (kind, x) in arrays.items()
}
assert all(x.flags.c_contiguous for _, x in arrays.values())
safetensors.serialize_file(tensors, "library.safetensors", {"tokens": json.dumps(TOKENS), "made_by": "safetensors 0.8.0"})
