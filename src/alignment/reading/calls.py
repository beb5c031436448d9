"""pdfium's functions that are called for every word and everything drawn. Runs inside the worker process only.

Half a million calls decide the cost of a plan. pypdfium2's own bindings make an object of every handle and let go of
the interpreter on every call; here a handle is a number and nothing is let go of, which takes less than half the time.
Handles are valid while their page is open.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from ctypes import c_float, c_int, c_void_p
from typing import Any

from pypdfium2 import raw


def number(handle: Any) -> int:
    """pypdfium2's handle as the number by which the functions here know it."""
    return ctypes.cast(handle, c_void_p).value or 0


def _bound(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The function; where no `arguments` are named it takes what it is given as it is, faster still."""
    return ctypes.PYFUNCTYPE(result, *arguments)(number(function))


class Values:
    """Numbers that a function writes: `into` is what it is given, one pointer each; `read()` is what it wrote."""

    def __init__(self, kind: str, count: int) -> None:
        size = struct.calcsize(kind)
        self._memory = ctypes.create_string_buffer(size * count)
        start = ctypes.addressof(self._memory)
        self.into = tuple(c_void_p(start + size * index) for index in range(count))
        self._unpack = struct.Struct(f"{count}{kind}").unpack_from

    def read(self) -> tuple[float, ...]:
        """The numbers, in the order of the pointers."""
        return self._unpack(self._memory)


def _writing(function: Any, kind: str, count: int, pointers: int | None = None) -> Callable[[int], tuple[float, ...]]:
    """The function as one that gives the `count` numbers it writes for a handle, zeros where it knows none. `pointers`:
    how many it takes, where that is not one for each number."""
    values = Values(kind, count)
    into = values.into[:pointers]
    call = _bound(function, c_int, c_void_p, *[c_void_p] * len(into))
    none = (0,) * count

    def numbers(handle: int) -> tuple[float, ...]:
        return values.read() if call(handle, *into) else none

    return numbers


_handle = c_void_p
count_objects = _bound(raw.FPDFPage_CountObjects, c_int, _handle)
get_object = _bound(raw.FPDFPage_GetObject, c_void_p, _handle, c_int)
count_form_objects = _bound(raw.FPDFFormObj_CountObjects, c_int, _handle)
get_form_object = _bound(raw.FPDFFormObj_GetObject, c_void_p, _handle, c_int)
get_type = _bound(raw.FPDFPageObj_GetType, c_int, _handle)
get_bounds = _writing(raw.FPDFPageObj_GetBounds, "f", 4)
get_clip = _bound(raw.FPDFPageObj_GetClipPath, c_void_p, _handle)
count_clips = _bound(raw.FPDFClipPath_CountPaths, c_int, _handle)
count_clip_segments = _bound(raw.FPDFClipPath_CountPathSegments, c_int, _handle, c_int)
get_clip_segment = _bound(raw.FPDFClipPath_GetPathSegment, c_void_p, _handle, c_int, c_int)
get_draw_mode = _writing(raw.FPDFPath_GetDrawMode, "i", 2)
get_fill = _writing(raw.FPDFPageObj_GetFillColor, "I", 4)
count_segments = _bound(raw.FPDFPath_CountSegments, c_int, _handle)
get_segment = _bound(raw.FPDFPath_GetPathSegment, c_void_p, _handle, c_int)
get_point = _writing(raw.FPDFPathSegment_GetPoint, "f", 2)
get_segment_type = _bound(raw.FPDFPathSegment_GetType, c_int, _handle)
is_closing = _bound(raw.FPDFPathSegment_GetClose, c_int, _handle)
get_matrix = _writing(raw.FPDFPageObj_GetMatrix, "f", 6, pointers=1)

# by far the most often: a page of text is a c_void_p here
get_char_box = _bound(raw.FPDFText_GetCharBox, c_int)
get_char_index = _bound(raw.FPDFText_GetCharIndexFromTextIndex, c_int)
get_text_object = _bound(raw.FPDFText_GetTextObject, c_void_p)
get_char_angle = _bound(raw.FPDFText_GetCharAngle, c_float, c_void_p, c_int)
