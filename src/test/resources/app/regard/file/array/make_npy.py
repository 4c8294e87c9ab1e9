"""Writes the .npy and .npz files beside it: bytes by NumPy that NpyTest reads and compares. Run: python3 make_npy.py"""
import numpy as np

n = lambda *shape: np.arange(np.prod(shape)).reshape(shape)
some = np.array([[0.1, -2.5, 1e-300], [np.pi, -np.inf, 5e-324]])

np.save("f8_c.npy", some)
np.save("f8_fortran.npy", np.asfortranarray(some))
np.save("f8_list.npy", np.array([1.5, -0.0, 2.5e-7]))
np.save("f8_empty.npy", np.zeros((0, 3)))
np.save("f8_scalar.npy", np.array(2.5))
np.save("f8_tall.npy", n(1234, 1) / 8.0)
for kind in ["<f2", "<f4", ">f4", ">f8", ">f2", "|i1", "<i2", "<i4", "<i8", ">i4", "|u1"]:
    np.save(f"kind_{kind[1:]}_{'big' if kind[0] == '>' else 'little'}.npy", (n(2, 3) * 21).astype(kind))
np.save("f2_edges.npy", np.array([6.1e-5, 6e-8, -6e-8, 65504, np.inf, -np.inf, -0.0, 0.333], "<f2"))
np.save("i8_signs.npy", np.array([-1, 2**40, -(2**53)]))
np.save("bool.npy", np.array([[True, False], [False, True]]))
np.save("f4_3d.npy", (n(2, 3, 4) / 3).astype("<f4"))
np.save("f4_4d.npy", n(2, 3, 4, 5).astype("<f4"))
np.save("f4_4d_fortran.npy", np.asfortranarray(n(2, 3, 4, 5).astype("<f4")))
for version in (2, 3):
    with open(f"version_{version}.npy", "wb") as f:
        np.lib.format.write_array(f, some, version=(version, 0))
np.save("objects.npy", np.array([{"a": 1}, None], dtype=object), allow_pickle=True)
np.save("records.npy", np.array([(1, 2.0)], dtype=[("a", "<i4"), ("b", "<f8")]))
np.save("complex.npy", np.array([1j]))
np.save("texts.npy", np.array(["bank", "river"]))
np.savez("stored.npz", weights=some, heads=n(2, 3, 3).astype("<f4"))
np.savez_compressed("deflated.npz", weights=some, zeros=np.zeros((200, 200)))
