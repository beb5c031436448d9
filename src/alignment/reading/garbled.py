"""Text layers that say nothing: fonts whose letters stand for others, or for none. They look like text to a computer
and like words to a reader, so that a page full of them would be passed over in silence."""

from __future__ import annotations

from collections.abc import Sequence

_FEWEST_WORDS = 100
"""A page with fewer words says too little about its letters."""
_COMMON = 0.01
"""Part of its words that are among the commonest on any page that can be read; lists of tariffs have 4 %."""
_COMMONEST = frozenset(
    """
    ada adalah akan aksi anggaran antar antara apbd aparatur apabila asli atas atau awal bab badan bagi bagian bahwa
    baik baru bawah belanja belum berdasarkan berikut bidang bupati capaian dalam dan dana dapat dari dasar data
    dengan desa dinas diri dokumen dst dua evaluasi fungsi gambar gubernur hal halaman harus hasil hingga hukum
    indeks indikator indonesia informasi ini instansi iv jadwal jalan jangka jasa jawab jenis jika jumlah juta
    kabupaten kantor karena kawasan ke keadaan kebijakan kecamatan kegiatan kelompok kelurahan kepada kepala kerja
    kesehatan ketua keterangan keuangan kinerja kode kondisi kota lain laporan layanan lebih lingkungan lokasi maka
    manusia masa masing masyarakat melalui memiliki menjadi menteri menurut meningkatkan meningkatnya merupakan misi
    modal nama nasional negara nilai no nomor oleh orang pada pagu pajak paket para pasal pegawai pelaksanaan
    pelayanan pembangunan pemerintah pemerintahan pendapatan pendidikan pengelolaan penyediaan penyusunan per
    peraturan perangkat persen persentase program provinsi publik puskesmas rakyat rata rencana retribusi rp rumah
    rupiah saat sampai sangat sarana sasaran satu satuan sebagai sebesar secara sedangkan sehingga seksi sekolah
    seluruh semua serta sesuai setiap sistem standar strategis sub sudah sumber surat tabel tahap tahun tanah target
    teknis teknologi telah tentang tenaga terhadap tersebut terwujudnya tidak tingkat total tugas tujuan uang uji
    umum undang unit untuk uraian urusan usaha visi warga waktu wilayah yaitu yang a an and are as at by for from
    has in is it of on or that the their this to was were which with
    """.split()  # noqa: SIM905 - a list to be read
)


def is_garbled(words: Sequence[str]) -> bool:
    """Whether the words of a page (as split at blanks) are none: hardly one of them is a common word.

    Pages of figures are judged by their words of letters alone, and not at all where these are few.
    """
    if len(words) <= _FEWEST_WORDS or _hits(words) >= _COMMON * len(words):
        return False
    written = [word.strip(".,:;()/-") for word in words if not _is_figure(word)]
    if len(written) <= _FEWEST_WORDS:
        return False
    return _hits(written) < _COMMON * len(written)


def _hits(words: Sequence[str]) -> int:
    return sum(map(_COMMONEST.__contains__, map(str.casefold, words)))


def _is_figure(word: str) -> bool:
    """Figures, signs and codes; letters of a private font are none."""
    return word.isascii() and not word.isalpha() and not word.strip(".,:;()/-").isalpha()
