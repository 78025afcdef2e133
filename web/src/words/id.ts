import type { Words } from "./en";

export const id: Words = {
  search: "Cari aktor", searchHint: "Tekan / untuk mencari", nobody: "Tidak ada yang bernama itu", near: "cocok dengan",
  network: "Jaringan", list: "Daftar", matrix: "Matriks", blocs: "Blok", sparql: "SPARQL", views: "Tampilan",
  filters: "Saringan", level: "Tingkat", state: "Negara", actor: "Aktor",
  levelHint: "Pada tingkat negara, pejabat, militer, dan lembaga dihitung sebagai negara yang mereka wakili",
  relations: "Relasi", all: "semua", none: "tidak ada", positive: "Bersahabat", neutral: "Netral", negative: "Bermusuhan",
  statuses: "Termasuk yang", statusHint: "Bukti yang kuat selalu tampil; pilihan ini menambahkan pernyataan lain dalam teks",
  asserted: "dinyatakan", alleged: "dituduhkan", planned: "direncanakan", possible: "mungkin", denied: "dibantah", negated: "dinegasikan",
  confidence: "Keyakinan minimal", origins: "Sumber independen minimal",
  time: "Diberitakan", from: "dari", to: "sampai", undated: "dengan bukti tanpa tanggal", everything: "kapan saja",
  around: "Sekitar", hops: "langkah", wholeGraph: "seluruh graf", reset: "Hapus semua saringan", remove: "Hapus saringan",
  loading: "Memuat …", ready: "Graf sedang disiapkan …", retry: "Coba lagi", failed: "Peladen tidak menjawab",
  empty: "Tidak ada relasi yang cocok. Hapus salah satu saringan.", cut: "{shown} dari {all} aktor ditampilkan",
  more: "Tampilkan lebih banyak", shown: "{actors} aktor, {edges} relasi", changed: "Graf di peladen telah berubah.", reload: "Tampilkan yang baru",
  zoomIn: "Perbesar", zoomOut: "Perkecil", fit: "Paskan ke jendela", copyLink: "Salin tautan", copied: "Tautan tersalin",
  picture: "Simpan sebagai PNG", data: "Simpan sebagai JSON", close: "Tutup", details: "Rincian", help: "Bantuan",
  legend: "Keterangan", legendFriendly: "bersahabat: hijau utuh", legendHostile: "bermusuhan: merah putus-putus", legendNeutral: "netral: abu-abu",
  legendColour: "Warna titik: blok. Ukuran: bobot (PageRank). Tebal garis: bobot relasi.",
  canvas: "Jaringan aktor. Tampilan daftar memuat isi yang sama untuk pembaca layar.",
  source: "Siapa", relation: "Relasi", target: "Kepada siapa", sure: "Keyakinan", count: "Sumber", status: "Status",
  notTruth: "Graf tentang apa yang diberitakan teks, bukan tentang apa yang benar.", language: "English", skip: "Langsung ke graf",
};
