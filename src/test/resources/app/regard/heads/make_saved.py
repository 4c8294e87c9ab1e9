"""Reads the files of the folder saved by NumPy alone and writes their numbers, with the labels that a reader is to see, to saved.json."""
import csv, json, struct
import numpy as np


def safetensors(name):
    data = open(name, "rb").read()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + length])
    kinds = {"F32": "<f4", "F64": "<f8", "F16": "<f2"}
    return {key: np.frombuffer(data[8 + length:][slice(*entry["data_offsets"])], kinds[entry["dtype"]]).reshape(entry["shape"])
            for key, entry in header.items() if key != "__metadata__"}


def numbers(n):
    return [str(i + 1) for i in range(n)]


FILES = [  # file, array, its 2-dimensional weights, labels of rows, of columns where they differ
    ("encoder-decoder-same-length.safetensors", "decoder_attentions", lambda f: safetensors(f)["decoder_attentions"], ["<s>", "Das", "Haus", "ist"], None),
    ("encoder-decoder-same-length.safetensors", "encoder_attentions", lambda f: safetensors(f)["encoder_attentions"], ["The", "house", "is", "red"], None),
    ("encoder-decoder-same-length.safetensors", "cross_attentions", lambda f: safetensors(f)["cross_attentions"], ["<s>", "Das", "Haus", "ist"], ["The", "house", "is", "red"]),
    ("five-tokens-eight-rows.json", "", lambda f: json.load(open(f))["attention"], numbers(8), None),
    ("tokens-as-python-list.safetensors", "", lambda f: list(safetensors(f).values())[0], ["[CLS]", "the", "cat", "[SEP]"], None),
    ("hebrew.safetensors", "", lambda f: list(safetensors(f).values())[0], ["שלום", "עולם", "מה"], None),
    ("tokens-as-strings.npz", "", lambda f: np.load(f)["attention"], ["a", "b", "c"], None),
    ("stacked-with-batch-1.npy", "", lambda f: np.load(f)[0, 0, 0], numbers(3), None),
    ("header-no-index.csv", "", lambda f: [list(map(float, r)) for r in list(csv.reader(open(f)))[1:]], ["0", "1", "2", "3"], None),
    ("index-no-header.csv", "", lambda f: [list(map(float, r[1:])) for r in csv.reader(open(f))], ["0", "1", "2", "3"], None),
    ("one-masked-row.npy", "", lambda f: np.load(f)[0, 0], numbers(3), None),
    ("one-masked-row.npy", "L1H1", lambda f: np.load(f)[1, 1], numbers(3), None),
    ("same-beginning.safetensors", "", lambda f: list(safetensors(f).values())[0], ["patch_row_00_col_0%d" % i for i in range(4)], None),
    ("first-token-takes-all.safetensors", "", lambda f: list(safetensors(f).values())[0], "The cat sat on the mat and then it slept well .".split(), None),
    ("byte-level.safetensors", "", lambda f: list(safetensors(f).values())[0], ["The", "·caf", "é", "·closes", "↵"], None),
    ("wordpiece-merge.safetensors", "", lambda f: list(safetensors(f).values())[0], ["[CLS]", "un", "##happi", "##ness", "[SEP]"], None),
    ("llama3.json", "", lambda f: json.load(open(f))["attention"], ["<|begin_of_text|>", "a", "b", "<|eot_id|>"], None),
    ("blank-and-newline-tokens.safetensors", "", lambda f: list(safetensors(f).values())[0], ["Hi", "␣", "↵", "↵↵", "you"], None),
    ("hangul.safetensors", "", lambda f: list(safetensors(f).values())[0], ["한국어", "문장", "."], None),
    ("data-frame.npy", "", lambda f: np.load(f), numbers(3), None),
    ("hard-alignment.npy", "", lambda f: np.load(f).astype(float), numbers(3), None),
    ("labels-beside.npz", "", lambda f: np.load(f, allow_pickle=True)["attention"], numbers(3), None),
    ("six-dimensions-beside.npz", "", lambda f: np.load(f)["attention"], numbers(3), None),
    ("newline-token.npz", "", lambda f: np.load(f, allow_pickle=True)["attention"], numbers(4), None),
    ("array-a-layer.npz", "", lambda f: np.load(f)["arr_0"], numbers(3), None),
    ("columns-sum-to-1.npy", "", lambda f: np.load(f), numbers(4), numbers(3)),
    ("direction-override.safetensors", "", lambda f: list(safetensors(f).values())[0], ["ab", "\ufffdcd", "ef"], None),
    ("list-of-records.json", "", lambda f: json.load(open(f))[0]["attention"], ["a", "b", "c"], None),
    ("object-a-layer.json", "", lambda f: json.load(open(f))["attentions"]["layer_0"]["head_0"], ["a", "b", "c"], None),
    ("window-of-3.npy", "", lambda f: np.load(f)[0, 0], numbers(6), numbers(3)),
]
out = []
for file, array, read, rows, cols in FILES:
    a = np.array(read("saved/" + file), float)
    while a.ndim > 2:
        a = a[0]
    out.append({"file": file, "array": array, "rows": rows, "columns": cols or rows,
                "values": [[None if np.isnan(x) else float(x) for x in r] for r in a]})
json.dump(out, open("saved/saved.json", "w"), ensure_ascii=False, indent=0)
