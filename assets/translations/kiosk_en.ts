<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="id">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n hari</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jam</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lembar 4×6</source>
        <translation>
            <numerusform>%n print 4×6</numerusform>
            <numerusform>%n prints 4×6</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lembar 6×8</source>
        <translation>
            <numerusform>%n print 6×8</numerusform>
            <numerusform>%n prints 6×8</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lembar keluar dari printer yang siap.</source>
        <translation>
            <numerusform>%n sheet comes out of a printer that is ready.</numerusform>
            <numerusform>%n sheets come out of a printer that is ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lembar menunggu</source>
        <translation>
            <numerusform>%n sheet waiting</numerusform>
            <numerusform>%n sheets waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n menit</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pose</source>
        <translation>
            <numerusform>%n pose</numerusform>
            <numerusform>%n poses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n strip 2×6</source>
        <translation>
            <numerusform>%n strip 2×6</numerusform>
            <numerusform>%n strips 2×6</numerusform>
        </translation>
    </message>
    <message>
        <source>,</source>
        <comment>between a number and its decimals</comment>
        <translation>.</translation>
    </message>
    <message>
        <source>Ada bagian printer yang rusak</source>
        <translation>A part of the printer is broken</translation>
    </message>
    <message>
        <source>Ada huruf yang tidak cocok. Periksa besar kecilnya, lalu coba lagi.</source>
        <translation>Some letters don&apos;t fit. Check capitals and small letters, then try again.</translation>
    </message>
    <message>
        <source>Ada yang tidak berlaku</source>
        <translation>Some are not in force</translation>
    </message>
    <message>
        <source>Agustus</source>
        <translation>August</translation>
    </message>
    <message>
        <source>Ambil semua cetakan dari baki.</source>
        <translation>Take all prints out of the tray.</translation>
    </message>
    <message>
        <source>Antrean cetak berhenti</source>
        <translation>The print queue has stopped</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>Asli</source>
        <comment>a picture in its own colours</comment>
        <translation>Original</translation>
    </message>
    <message>
        <source>Atur lagi</source>
        <translation>Set again</translation>
    </message>
    <message>
        <source>Atur lagi di Kamera atau Acara.</source>
        <translation>Set them again in Camera or Event.</translation>
    </message>
    <message>
        <source>Baca layar printernya, lalu matikan dan nyalakan lagi.</source>
        <translation>Read the printer’s display, then switch it off and on again.</translation>
    </message>
    <message>
        <source>Baki hasil cetak penuh</source>
        <translation>The output tray is full</translation>
    </message>
    <message>
        <source>Bayar kurang</source>
        <translation>Paid too little</translation>
    </message>
    <message>
        <source>Bayar lebih, belum ada kembalian</source>
        <translation>Paid too much, change still due</translation>
    </message>
    <message>
        <source>Bayar terlambat</source>
        <translation>Paid late</translation>
    </message>
    <message>
        <source>Bayarmu masuk setelah waktunya habis. Petugas membereskannya.</source>
        <translation>Your payment came in after the time was up. Our staff will sort it out.</translation>
    </message>
    <message>
        <source>Bayarnya belum cukup. Petugas mengembalikan uangmu.</source>
        <translation>That wasn’t quite enough. Our staff will give your money back.</translation>
    </message>
    <message>
        <source>Belum ada</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>Belum ada USB</source>
        <translation>No USB stick yet</translation>
    </message>
    <message>
        <source>Belum ada gambar</source>
        <translation>No picture yet</translation>
    </message>
    <message>
        <source>Belum ada kabar</source>
        <translation>No word yet</translation>
    </message>
    <message>
        <source>Belum ada printer yang siap mencetaknya.</source>
        <translation>No printer is ready to print it yet.</translation>
    </message>
    <message>
        <source>Belum ada yang dibayar. Sampai ketemu lagi!</source>
        <translation>You haven’t paid anything. See you soon!</translation>
    </message>
    <message>
        <source>Belum ada yang siap</source>
        <translation>None is ready</translation>
    </message>
    <message>
        <source>Belum beres, menunggu kamu</source>
        <translation>Not settled, waiting for you</translation>
    </message>
    <message>
        <source>Belum berhasil disalin</source>
        <translation>Not copied</translation>
    </message>
    <message>
        <source>Belum bisa dimulai: kamera, printer atau kertasnya belum siap.</source>
        <translation>Can&apos;t start yet: the camera, printer or paper isn&apos;t ready.</translation>
    </message>
    <message>
        <source>Belum bisa dipasang. Periksa kabel dan listriknya, lalu coba lagi.</source>
        <translation>It could not be added. Check its cable and power, then try again.</translation>
    </message>
    <message>
        <source>Belum diatur</source>
        <translation>Not set up</translation>
    </message>
    <message>
        <source>Belum didukung</source>
        <translation>Not supported yet</translation>
    </message>
    <message>
        <source>Belum tercatat. Booth mencoba terus; jangan ulangi dulu.</source>
        <translation>Not recorded yet. The booth keeps trying; don’t do it again for now.</translation>
    </message>
    <message>
        <source>Benar</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Beres</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>Berjalan</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>Berlaku</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Berlaku semua</source>
        <translation>All in force</translation>
    </message>
    <message>
        <source>Biasanya hanya beberapa detik.</source>
        <translation>It usually takes a few seconds.</translation>
    </message>
    <message>
        <source>Bisa ditulis</source>
        <translation>Can be written</translation>
    </message>
    <message>
        <source>Bisa mencetak dua kali setelah listrik padam</source>
        <translation>May print twice after a power cut</translation>
    </message>
    <message>
        <source>Booth belum boleh memakai kamera ini</source>
        <translation>The booth may not use this camera yet</translation>
    </message>
    <message>
        <source>Booth ini belum bisa menyimpannya</source>
        <translation>This booth can&apos;t keep it yet</translation>
    </message>
    <message>
        <source>Booth ini diaktifkan dengan kunci lain. Pakai kunci yang itu.</source>
        <translation>This booth was activated with another key. Use that one.</translation>
    </message>
    <message>
        <source>Booth ini sedang disiapkan.</source>
        <translation>We’re getting this booth ready.</translation>
    </message>
    <message>
        <source>Booth sedang offline. Fotomu menyusul, kodenya tetap sama.</source>
        <translation>The booth is offline. Your photos will follow under the same code.</translation>
    </message>
    <message>
        <source>Buka kasir</source>
        <translation>Open the till</translation>
    </message>
    <message>
        <source>Buka kasir dulu, ya.</source>
        <translation>Open the till first.</translation>
    </message>
    <message>
        <source>Buka kasir untuk tunai, atau periksa internet untuk QRIS.</source>
        <translation>Open the till for cash, or check the internet for QRIS.</translation>
    </message>
    <message>
        <source>Buka printer, tarik kertasnya pelan-pelan, pasang lagi.</source>
        <translation>Open the printer, pull the paper out gently, put it back in.</translation>
    </message>
    <message>
        <source>Butuh bantuanmu</source>
        <translation>Needs your help</translation>
    </message>
    <message>
        <source>Cabut, colokkan lagi, lalu coba lagi.</source>
        <translation>Take it out, plug it in again, then try again.</translation>
    </message>
    <message>
        <source>Cara bayarnya sedang kami siapkan. Kalau lama, panggil petugas, ya.</source>
        <translation>We’re getting payment ready. Taking long? Call our staff.</translation>
    </message>
    <message>
        <source>Catatan booth</source>
        <translation>Booth records</translation>
    </message>
    <message>
        <source>Catatan pembayaran</source>
        <translation>Payment records</translation>
    </message>
    <message>
        <source>Cetak ulang</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>Cetak ulang oleh {who}</source>
        <translation>Reprint allowed by {who}</translation>
    </message>
    <message>
        <source>Cetak ulang {code} belum berhasil. Lihat printernya.</source>
        <translation>The reprint of {code} did not work. Look at the printer.</translation>
    </message>
    <message>
        <source>Cetak ulang {code} sudah keluar. Selesai!</source>
        <translation>The reprint of {code} is out. Done!</translation>
    </message>
    <message>
        <source>Cetakan disusun</source>
        <translation>Print put together</translation>
    </message>
    <message>
        <source>Cetakan tamu tidak tampil lagi di layar depan.</source>
        <translation>Guests&apos; prints are off the front screen.</translation>
    </message>
    <message>
        <source>Cloud menolak lisensi ini</source>
        <translation>The cloud refuses this licence</translation>
    </message>
    <message>
        <source>Coba sekarang</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Colokkan USB, tunggu sebentar, lalu coba lagi.</source>
        <translation>Plug in a USB stick, wait a moment, then try again.</translation>
    </message>
    <message>
        <source>Colokkan kameranya, atau pilih kamera lain di bawah.</source>
        <translation>Plug the camera in, or pick another one below.</translation>
    </message>
    <message>
        <source>Cukup</source>
        <translation>Enough</translation>
    </message>
    <message>
        <source>Cukup untuk semua paket</source>
        <translation>Enough for every package</translation>
    </message>
    <message>
        <source>Daftar harga</source>
        <translation>Price list</translation>
    </message>
    <message>
        <source>Data cetakan</source>
        <translation>Print records</translation>
    </message>
    <message>
        <source>Data printer</source>
        <translation>Printer records</translation>
    </message>
    <message>
        <source>Desember</source>
        <translation>December</translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Dibuka {at} oleh {by}</source>
        <translation>Opened {at} by {by}</translation>
    </message>
    <message>
        <source>Dicetak ulang oleh {who}</source>
        <translation>Reprinted by {who}</translation>
    </message>
    <message>
        <source>Dicoba lagi sendiri dalam {n} detik</source>
        <translation>Tries again by itself in {n} s</translation>
    </message>
    <message>
        <source>Diganti sesi gratis oleh {who}</source>
        <translation>Free session given by {who}</translation>
    </message>
    <message>
        <source>Dihitung dua kali</source>
        <translation>Counted twice</translation>
    </message>
    <message>
        <source>Dijeda petugas</source>
        <translation>Paused by staff</translation>
    </message>
    <message>
        <source>Dikembalikan</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>Dikenal sebagai {name}</source>
        <translation>Known as {name}</translation>
    </message>
    <message>
        <source>Dikirim ke printer</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>Diminta tamu</source>
        <translation>The guest asked</translation>
    </message>
    <message>
        <source>Dinyalakan {who}, {at}</source>
        <translation>Switched on by {who}, {at}</translation>
    </message>
    <message>
        <source>Dipindah ke printer lain</source>
        <translation>Moved to another printer</translation>
    </message>
    <message>
        <source>Dorong laci kertas sampai terdengar klik.</source>
        <translation>Push the paper tray in until it clicks.</translation>
    </message>
    <message>
        <source>Driver printer tidak lengkap</source>
        <translation>The printer’s driver is incomplete</translation>
    </message>
    <message>
        <source>Februari</source>
        <translation>February</translation>
    </message>
    <message>
        <source>Foto tes belum berhasil. Periksa kameranya, lalu coba lagi.</source>
        <translation>The test shot did not work. Check the camera, then try again.</translation>
    </message>
    <message>
        <source>Foto untuk halaman tamu</source>
        <translation>Photos for the guest’s page</translation>
    </message>
    <message>
        <source>Foto {n} diambil</source>
        <translation>Photo {n} taken</translation>
    </message>
    <message>
        <source>Fotomu sampai di sana sebentar lagi.</source>
        <translation>Your photos will be there in a moment.</translation>
    </message>
    <message>
        <source>Fotomu sudah tersimpan, tapi belum bisa kami susun.</source>
        <translation>Your photos are safe, but we can’t put them together yet.</translation>
    </message>
    <message>
        <source>Fotomu sudah tersimpan, tapi printer kami belum bisa mencetaknya.</source>
        <translation>Your photos are safe, but our printer can’t print them yet.</translation>
    </message>
    <message>
        <source>Fotonya tidak tercetak. Periksa printernya, lalu coba lagi.</source>
        <translation>The photo did not print. Check the printer, then try again.</translation>
    </message>
    <message>
        <source>Gagal, tamu mendapat kode</source>
        <translation>Failed, the guest got a code</translation>
    </message>
    <message>
        <source>Gambar kamera ini tidak bisa dipakai</source>
        <translation>This camera’s pictures can’t be used</translation>
    </message>
    <message>
        <source>Ganti ribon bersama kertasnya.</source>
        <translation>Change the ribbon together with the paper.</translation>
    </message>
    <message>
        <source>Ganti sesi gratis</source>
        <translation>Give a free session</translation>
    </message>
    <message numerus="yes">
        <source>Giliranmu setelah %n orang lagi.</source>
        <translation>
            <numerusform>Your turn comes after %n more guest.</numerusform>
            <numerusform>Your turn comes after %n more guests.</numerusform>
        </translation>
    </message>
    <message>
        <source>Gratis</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Halaman tes keluar dari {name}.</source>
        <translation>The test page came out of {name}.</translation>
    </message>
    <message>
        <source>Hampir penuh</source>
        <translation>Nearly full</translation>
    </message>
    <message>
        <source>Hanya pemilik yang boleh mengubah acara.</source>
        <translation>Only the owner may change the event.</translation>
    </message>
    <message>
        <source>Hanya {who} yang boleh mengembalikan uang.</source>
        <translation>Only {who} may give money back.</translation>
    </message>
    <message>
        <source>Hapus printer ini, lalu pasang lagi. Masih gagal? Hubungi teknisi.</source>
        <translation>Remove this printer and add it again. Still failing? Call a technician.</translation>
    </message>
    <message>
        <source>Harga</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Harga {amount}</source>
        <translation>Price {amount}</translation>
    </message>
    <message>
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Hasil cetak jelek</source>
        <translation>Bad print</translation>
    </message>
    <message>
        <source>Hubungi penjual booth untuk memperpanjang.</source>
        <translation>Ask the booth’s seller to renew it.</translation>
    </message>
    <message>
        <source>Ini belum bisa dibaca. Periksa lagi, ya.</source>
        <translation>This can’t be read. Please check it again.</translation>
    </message>
    <message>
        <source>Ini belum kunci lisensi yang utuh. Kuncinya diawali PB1 dan berisi dua titik.</source>
        <translation>That&apos;s not a whole licence key yet. It begins with PB1 and has two dots.</translation>
    </message>
    <message>
        <source>Ini tidak cocok dengan pengaturan booth.</source>
        <translation>This does not go with the booth’s settings.</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Internet belum tersambung</source>
        <translation>No internet yet</translation>
    </message>
    <message>
        <source>Isi kertas dan pita, lalu catat jumlahnya.</source>
        <translation>Load paper and ribbon, then note how many.</translation>
    </message>
    <message>
        <source>Isi kertas dan ribon baru, lalu tutup printer.</source>
        <translation>Load new paper and ribbon, then close the printer.</translation>
    </message>
    <message>
        <source>Isi kertas dengan ukuran di kartu ini.</source>
        <translation>Load paper of the size on this card.</translation>
    </message>
    <message>
        <source>Istirahat, dicoba lagi sendiri</source>
        <translation>Resting, tries again by itself</translation>
    </message>
    <message>
        <source>Itu belum bisa dilakukan sekarang.</source>
        <translation>That can’t be done right now.</translation>
    </message>
    <message>
        <source>Itu bukan kunci lisensi. Cari QR dari penjualnya.</source>
        <translation>That is no licence key. Find the code from its seller.</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Januari</source>
        <translation>January</translation>
    </message>
    <message>
        <source>Jaringan</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Juli</source>
        <translation>July</translation>
    </message>
    <message>
        <source>Jum</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>Juni</source>
        <translation>June</translation>
    </message>
    <message>
        <source>Kabel USB</source>
        <translation>USB cable</translation>
    </message>
    <message>
        <source>Kalau salah lagi, terkunci {n} detik.</source>
        <translation>One more wrong PIN locks it for {n} seconds.</translation>
    </message>
    <message>
        <source>Kalau salah lagi, terkunci {n} menit.</source>
        <translation>One more wrong PIN locks it for {n} minutes.</translation>
    </message>
    <message>
        <source>Kam</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>Kamera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Kamera baru sudah dipakai.</source>
        <translation>The new camera is in use.</translation>
    </message>
    <message>
        <source>Kamera berhenti mengirim gambar</source>
        <translation>The camera has stopped sending pictures</translation>
    </message>
    <message>
        <source>Kamera bermasalah</source>
        <translation>Camera trouble</translation>
    </message>
    <message>
        <source>Kamera di jaringan tidak menjawab</source>
        <translation>The network camera doesn’t answer</translation>
    </message>
    <message>
        <source>Kamera dipakai program lain</source>
        <translation>Another program is using the camera</translation>
    </message>
    <message>
        <source>Kamera kami sedang bermasalah, jadi fotonya belum bisa diambil.</source>
        <translation>Our camera is having trouble, so we can’t take your photos yet.</translation>
    </message>
    <message>
        <source>Kamera sedang diatur. Tunggu sebentar, ya.</source>
        <translation>The camera is being set. One moment, please.</translation>
    </message>
    <message>
        <source>Kamera tercabut</source>
        <translation>The camera is unplugged</translation>
    </message>
    <message>
        <source>Kamera tidak ditemukan</source>
        <translation>The camera isn’t found</translation>
    </message>
    <message>
        <source>Kameranya sedang disiapkan.</source>
        <translation>We’re getting the camera ready.</translation>
    </message>
    <message>
        <source>Kasir belum dibuka</source>
        <translation>The till is not open yet</translation>
    </message>
    <message>
        <source>Kasir dibuka.</source>
        <translation>The till is open.</translation>
    </message>
    <message>
        <source>Kasir ditutup.</source>
        <translation>The till is closed.</translation>
    </message>
    <message>
        <source>Keadaannya sudah berubah. Lihat lagi daftarnya.</source>
        <translation>Things have changed. Look at the list again.</translation>
    </message>
    <message>
        <source>Keduanya tidak sama. Ketik PIN barumu sekali lagi dari awal.</source>
        <translation>The two differ. Type your new PIN again from the start.</translation>
    </message>
    <message>
        <source>Keluar dari printer</source>
        <translation>Out of the printer</translation>
    </message>
    <message>
        <source>Keluarkan ribon, kencangkan gulungannya, pasang lagi.</source>
        <translation>Take the ribbon out, tighten its roll, put it back in.</translation>
    </message>
    <message>
        <source>Kemarin</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Kembalian {amount} diberikan {who}</source>
        <translation>Change of {amount} given by {who}</translation>
    </message>
    <message>
        <source>Kembalian {code} sudah tercatat.</source>
        <translation>The change for {code} is recorded.</translation>
    </message>
    <message>
        <source>Kembalikan lewat QRIS</source>
        <translation>Refund by QRIS</translation>
    </message>
    <message>
        <source>Kembalikan lewat transfer</source>
        <translation>Refund by transfer</translation>
    </message>
    <message>
        <source>Kembalikan tunai</source>
        <translation>Refund in cash</translation>
    </message>
    <message>
        <source>Kembalikan {amount}</source>
        <translation>Give back {amount}</translation>
    </message>
    <message>
        <source>Kembalikan {amount} lewat</source>
        <translation>Give {amount} back by</translation>
    </message>
    <message>
        <source>Kertas</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Kertas atau pita kurang</source>
        <translation>Too little paper or ribbon</translation>
    </message>
    <message>
        <source>Kertas atau ribon tidak cocok</source>
        <translation>Paper and ribbon don’t match</translation>
    </message>
    <message>
        <source>Kertas habis</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>Kertas macet</source>
        <translation>Paper jam</translation>
    </message>
    <message>
        <source>Kertasnya sedang dirapikan, sebentar ya</source>
        <translation>We’re tidying up the paper, just a moment</translation>
    </message>
    <message>
        <source>Kita mulai lagi, ya</source>
        <translation>Let’s start again</translation>
    </message>
    <message>
        <source>Kode QRIS ditampilkan</source>
        <translation>QRIS code shown</translation>
    </message>
    <message>
        <source>Kode QRIS yang dibatalkan</source>
        <translation>Cancelled QRIS codes</translation>
    </message>
    <message>
        <source>Kodenya belum cocok. Cek lagi huruf dan angkanya, ya.</source>
        <translation>That code doesn’t match. Please check its letters and numbers.</translation>
    </message>
    <message>
        <source>Kosongkan kotaknya, lalu pasang lagi.</source>
        <translation>Empty the box, then put it back in.</translation>
    </message>
    <message>
        <source>Kosongkan sedikit, atau pakai USB lain.</source>
        <translation>Free some space, or use another stick.</translation>
    </message>
    <message>
        <source>Kotak potongan kertas penuh atau lepas</source>
        <translation>The cut-off box is full or missing</translation>
    </message>
    <message>
        <source>Kuncinya rusak, atau bukan dari penjual booth ini.</source>
        <translation>The key is damaged, or not from this booth&apos;s seller.</translation>
    </message>
    <message>
        <source>Kurang {amount}</source>
        <translation>Short by {amount}</translation>
    </message>
    <message>
        <source>Laci kertas belum terpasang</source>
        <translation>The paper tray is not in</translation>
    </message>
    <message>
        <source>Lain kali, ya!</source>
        <translation>Maybe next time!</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Latihannya berhenti sebelum mencetak. Coba lagi, ya.</source>
        <translation>The rehearsal stopped before printing. Please try again.</translation>
    </message>
    <message>
        <source>Layanan cetak</source>
        <translation>Print service</translation>
    </message>
    <message>
        <source>Layanan cetak tidak menjawab. Coba lagi sebentar lagi.</source>
        <translation>The print service does not answer. Try again in a moment.</translation>
    </message>
    <message>
        <source>Layar disentuh</source>
        <translation>Screen touched</translation>
    </message>
    <message>
        <source>Lebih {amount}</source>
        <translation>Over by {amount}</translation>
    </message>
    <message>
        <source>Lembar kalibrasi sudah keluar.</source>
        <translation>The calibration sheet is out.</translation>
    </message>
    <message>
        <source>Lembar tercetak</source>
        <translation>Prints made</translation>
    </message>
    <message>
        <source>Lihat lisensi</source>
        <translation>See the licence</translation>
    </message>
    <message>
        <source>Lihat printer</source>
        <translation>See the printers</translation>
    </message>
    <message>
        <source>Lihat printernya: kertas, pita, tutup, listrik.</source>
        <translation>Look at the printer: paper, ribbon, cover, power.</translation>
    </message>
    <message>
        <source>Lisensi</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Lisensi ini sudah habis masanya. Minta yang baru ke penjualnya.</source>
        <translation>This licence has expired. Ask its seller for a new one.</translation>
    </message>
    <message>
        <source>Lisensi ini sudah terdaftar</source>
        <translation>This licence is already registered</translation>
    </message>
    <message>
        <source>Maaf, kami bereskan dulu</source>
        <translation>Sorry, we’ll fix this</translation>
    </message>
    <message>
        <source>Maaf, kami rehat dulu</source>
        <translation>Sorry, we’re taking a break</translation>
    </message>
    <message>
        <source>Maret</source>
        <translation>March</translation>
    </message>
    <message>
        <source>Masa berlaku voucher ini sudah lewat.</source>
        <translation>This voucher has expired.</translation>
    </message>
    <message>
        <source>Masih ada tamu di layar. Tunggu sampai selesai, ya.</source>
        <translation>A guest is still at the screen. Please wait until they are done.</translation>
    </message>
    <message>
        <source>Matikan 1 menit, lalu nyalakan. Masih sama? Hubungi servis.</source>
        <translation>Switch it off for 1 minute, then on. No better? Call the service.</translation>
    </message>
    <message>
        <source>Matikan 15 menit, lapangkan ventilasinya, lalu nyalakan.</source>
        <translation>Switch it off for 15 minutes, clear its vents, then switch it on.</translation>
    </message>
    <message>
        <source>Mau bayar: {way}</source>
        <translation>Wants to pay: {way}</translation>
    </message>
    <message>
        <source>Mei</source>
        <translation>May</translation>
    </message>
    <message>
        <source>Memilih {name}</source>
        <translation>Chose {name}</translation>
    </message>
    <message>
        <source>Mencetak halaman tes…</source>
        <translation>Printing a test page…</translation>
    </message>
    <message>
        <source>Mencetak lembar kalibrasi…</source>
        <translation>Printing a calibration sheet…</translation>
    </message>
    <message>
        <source>Menunggu</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Menunggu kepastian dari printer…</source>
        <translation>Waiting for the printer’s word…</translation>
    </message>
    <message>
        <source>Menyala</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Menyala selama</source>
        <translation>Running for</translation>
    </message>
    <message>
        <source>Menyalin… {n} %</source>
        <translation>Copying… {n} %</translation>
    </message>
    <message>
        <source>Mesin</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>Minta dicetak</source>
        <translation>Print asked for</translation>
    </message>
    <message>
        <source>Minta teknisi memasang pengaman CUPS.</source>
        <translation>Ask a technician to install the CUPS guard.</translation>
    </message>
    <message>
        <source>Minta teknisi memberi izin, atau pilih kamera lain di bawah.</source>
        <translation>Ask a technician for permission, or pick another camera below.</translation>
    </message>
    <message>
        <source>Minta teknisi memeriksa disk dan hak aksesnya.</source>
        <translation>Ask a technician to check the disk and its permissions.</translation>
    </message>
    <message>
        <source>Minta teknisi mengosongkan disk.</source>
        <translation>Ask a technician to clear the disk.</translation>
    </message>
    <message>
        <source>Modal awal</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>Nama atau emailnya berbeda. Ketik persis seperti di booth pertamamu.</source>
        <translation>With another name or e-mail. Type them exactly as on your first booth.</translation>
    </message>
    <message>
        <source>Nomor booth</source>
        <translation>Booth number</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>Nyalakan ulang</source>
        <translation>Restart</translation>
    </message>
    <message>
        <source>Oktober</source>
        <translation>October</translation>
    </message>
    <message>
        <source>PIN ini terlalu mudah ditebak. Pilih yang lain.</source>
        <translation>This PIN is too easy to guess. Choose another.</translation>
    </message>
    <message>
        <source>Paket</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>Paling banyak {n}.</source>
        <translation>At most {n}.</translation>
    </message>
    <message>
        <source>Paling panjang {n} huruf.</source>
        <translation>At most {n} letters.</translation>
    </message>
    <message>
        <source>Paling sedikit {n}.</source>
        <translation>At least {n}.</translation>
    </message>
    <message>
        <source>Pas</source>
        <comment>money: neither more nor less</comment>
        <translation>Exact</translation>
    </message>
    <message>
        <source>Pasang kertas dan ribon dari satu dus yang sama.</source>
        <translation>Use paper and ribbon out of the same box.</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Pembayaran belum berhasil</source>
        <translation>The payment didn’t go through</translation>
    </message>
    <message>
        <source>Pemilik</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Pengembalian QRIS diminta {who}</source>
        <translation>QRIS refund asked for by {who}</translation>
    </message>
    <message>
        <source>Pengembalian QRIS gagal, pakai cara lain</source>
        <translation>The QRIS refund failed, use another way</translation>
    </message>
    <message>
        <source>Pengembalian QRIS sedang diproses…</source>
        <translation>The QRIS refund is on its way…</translation>
    </message>
    <message>
        <source>Pengembalian QRIS {code} sedang diproses.</source>
        <translation>The QRIS refund for {code} is on its way.</translation>
    </message>
    <message>
        <source>Periksa apakah disknya penuh, lalu coba lagi.</source>
        <translation>Check whether the disk is full, then try again.</translation>
    </message>
    <message>
        <source>Periksa kabel atau Wi-Fi booth ini. Isianmu aman, dan booth mencoba lagi sendiri.</source>
        <translation>Check this booth&apos;s cable or Wi-Fi. What you typed is safe, and the booth tries again by itself.</translation>
    </message>
    <message>
        <source>Periksa kabel dan listriknya. Kamera dicari terus.</source>
        <translation>Check its cable and power. The booth keeps looking.</translation>
    </message>
    <message>
        <source>Periksa kabelnya, lalu nyalakan ulang.</source>
        <translation>Check its cable, then restart it.</translation>
    </message>
    <message>
        <source>Periksa lagi datanya, atau hubungi penjual lisensinya.</source>
        <translation>Check what you typed, or ask the licence&apos;s seller.</translation>
    </message>
    <message>
        <source>Periksa listrik dan jaringan kamera. Kamera dicari terus.</source>
        <translation>Check the camera’s power and network. The booth keeps looking.</translation>
    </message>
    <message>
        <source>Periksa listriknya, lalu cabut dan pasang lagi kabelnya.</source>
        <translation>Check its power, then unplug the cable and plug it in again.</translation>
    </message>
    <message>
        <source>Periksa router atau hotspot.</source>
        <translation>Check the router or hotspot.</translation>
    </message>
    <message>
        <source>Petugas</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Petugas sedang membereskan cetakanmu.</source>
        <translation>Our staff are sorting out your print.</translation>
    </message>
    <message>
        <source>Pilih kamera lain di bawah.</source>
        <translation>Pick another camera below.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Printer berhenti</source>
        <translation>The printer has stopped</translation>
    </message>
    <message>
        <source>Printer istirahat sejenak, fotomu sebentar lagi dicetak</source>
        <translation>The printer takes a short rest, your photo prints in a moment</translation>
    </message>
    <message>
        <source>Printer kanan</source>
        <translation>Right printer</translation>
    </message>
    <message>
        <source>Printer kiri</source>
        <translation>Left printer</translation>
    </message>
    <message>
        <source>Printer lama</source>
        <translation>Former printer</translation>
    </message>
    <message>
        <source>Printer macet</source>
        <translation>Printer jammed</translation>
    </message>
    <message>
        <source>Printer minta kertas</source>
        <translation>The printer asks for paper</translation>
    </message>
    <message>
        <source>Printer sedang diisi kertas, sebentar ya</source>
        <translation>We’re loading paper, just a moment</translation>
    </message>
    <message>
        <source>Printer sedang diisi kertas.</source>
        <translation>We’re loading paper into the printer.</translation>
    </message>
    <message>
        <source>Printer sedang disiapkan lagi, sebentar ya</source>
        <translation>We’re getting the printer ready again, just a moment</translation>
    </message>
    <message>
        <source>Printer sedang mengatur suhu</source>
        <translation>The printer is warming up or cooling down</translation>
    </message>
    <message>
        <source>Printer tidak terhubung</source>
        <translation>The printer is not connected</translation>
    </message>
    <message>
        <source>Printernya bersiap, sebentar lagi mulai.</source>
        <translation>The printer is getting ready and starts soon.</translation>
    </message>
    <message>
        <source>Printernya sedang disiapkan.</source>
        <translation>We’re getting the printer ready.</translation>
    </message>
    <message>
        <source>Prosesor, memori</source>
        <translation>Processor, memory</translation>
    </message>
    <message>
        <source>QRIS</source>
        <translation>QRIS</translation>
    </message>
    <message>
        <source>QRIS gagal kembali</source>
        <translation>QRIS refund failed</translation>
    </message>
    <message>
        <source>QRIS masuk {amount}</source>
        <translation>QRIS paid {amount}</translation>
    </message>
    <message>
        <source>QRIS sudah kembali</source>
        <translation>QRIS refunded</translation>
    </message>
    <message>
        <source>QRIS tidak berhasil</source>
        <translation>QRIS did not work</translation>
    </message>
    <message>
        <source>QRIS {code} gagal dikembalikan. Pakai cara lain.</source>
        <translation>The QRIS refund for {code} failed. Use another way.</translation>
    </message>
    <message>
        <source>QRIS-nya belum berhasil. Sudah telanjur bayar? Uangmu tetap tercatat.</source>
        <translation>QRIS didn’t work. Paid already? It’s on record.</translation>
    </message>
    <message>
        <source>Rab</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>Ribon habis</source>
        <translation>Out of ribbon</translation>
    </message>
    <message>
        <source>Ribon kendur, putus, atau belum ada</source>
        <translation>The ribbon is loose, torn or missing</translation>
    </message>
    <message>
        <source>Ruang simpan</source>
        <translation>Storage</translation>
    </message>
    <message>
        <source>Sab</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>Salah kembalian</source>
        <translation>Wrong change given</translation>
    </message>
    <message>
        <source>Salin log</source>
        <translation>Copy logs</translation>
    </message>
    <message>
        <source>Sama dengan yang tampil di layar</source>
        <translation>The same as on the screen</translation>
    </message>
    <message>
        <source>Sambungkan internet; jam akan benar sendiri.</source>
        <translation>Connect the internet; the clock will set itself.</translation>
    </message>
    <message>
        <source>Sedang dicetak</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Sedang dicetak ulang</source>
        <translation>Being reprinted</translation>
    </message>
    <message>
        <source>Sedang dicetak ulang…</source>
        <translation>Reprinting…</translation>
    </message>
    <message>
        <source>Sedang dihapus…</source>
        <translation>Removing…</translation>
    </message>
    <message>
        <source>Sedang mencetak</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Sedang mengaktifkan…</source>
        <translation>Activating…</translation>
    </message>
    <message>
        <source>Sedang mengirim…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Sedang menyambung…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Seharusnya di laci</source>
        <translation>Should be in the drawer</translation>
    </message>
    <message>
        <source>Sel</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>Semua sudah terkirim</source>
        <translation>Everything is sent</translation>
    </message>
    <message>
        <source>Semua tersimpan di booth dan dikirim sendiri begitu internet ada.</source>
        <translation>Everything is safe in the booth and is sent by itself once there is internet.</translation>
    </message>
    <message>
        <source>Sen</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>Sentuh Coba lagi di kartu ini.</source>
        <translation>Touch Try again on this card.</translation>
    </message>
    <message>
        <source>Sentuh cara yang kamu mau.</source>
        <translation>Touch the one you like.</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>Serahkan {amount} dari laci ke tamu.</source>
        <translation>Hand {amount} from the drawer to the guest.</translation>
    </message>
    <message>
        <source>Sesi</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Sesi diakhiri sebelum lunas</source>
        <translation>Ended before it was paid in full</translation>
    </message>
    <message>
        <source>Siap dipasang</source>
        <translation>Ready to be added</translation>
    </message>
    <message>
        <source>Siap mencetak</source>
        <translation>Ready to print</translation>
    </message>
    <message>
        <source>Sisakan satu paket yang dijual, ya.</source>
        <translation>Keep at least one package on sale.</translation>
    </message>
    <message>
        <source>Struk belum tercetak. Kasir tetap ditutup.</source>
        <translation>The slip was not printed. The till is closed all the same.</translation>
    </message>
    <message>
        <source>Sudah bayar, foto belum tercetak</source>
        <translation>Paid, photo not printed</translation>
    </message>
    <message>
        <source>Sudah bayar, foto belum tersusun</source>
        <translation>Paid, photo not composed</translation>
    </message>
    <message>
        <source>Sudah bayar, kamera bermasalah</source>
        <translation>Paid, camera trouble</translation>
    </message>
    <message>
        <source>Sudah dicetak, tamu belum puas</source>
        <translation>Printed, the guest is not happy yet</translation>
    </message>
    <message>
        <source>Sudah dipakai di sini</source>
        <translation>In use here already</translation>
    </message>
    <message>
        <source>Sudah disetor</source>
        <translation>Paid in already</translation>
    </message>
    <message>
        <source>Sudah telanjur bayar? Tenang, tunjukkan buktinya ke petugas.</source>
        <translation>Paid already? No worries, show the receipt to our staff.</translation>
    </message>
    <message>
        <source>Sudah tercetak</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Suhu printer tidak wajar</source>
        <translation>The printer is too hot or too cold</translation>
    </message>
    <message>
        <source>Tamu belum bisa bayar</source>
        <translation>Guests can’t pay</translation>
    </message>
    <message>
        <source>Tamu belum puas, dicatat {who}</source>
        <translation>Guest not happy, noted by {who}</translation>
    </message>
    <message>
        <source>Tamu bisa bayar</source>
        <translation>Guests can pay</translation>
    </message>
    <message>
        <source>Tamu boleh satu sesi tanpa bayar. Uangnya tidak kembali.</source>
        <translation>The guest gets one session without paying. No money goes back.</translation>
    </message>
    <message>
        <source>Tamu sedang berfoto</source>
        <translation>A guest is taking photos</translation>
    </message>
    <message>
        <source>Tamu sedang membayar</source>
        <translation>A guest is paying</translation>
    </message>
    <message>
        <source>Tamu sedang memilih</source>
        <translation>A guest is choosing</translation>
    </message>
    <message>
        <source>Tamu sudah membayar. Kembalikan uangnya: kode {code}.</source>
        <translation>The guest had paid already. Give the money back: code {code}.</translation>
    </message>
    <message>
        <source>Tamu sudah pergi. Uangnya tercatat dengan kode {code}.</source>
        <translation>The guest has left. The money is recorded under code {code}.</translation>
    </message>
    <message>
        <source>Tanpa alasan</source>
        <translation>No reason</translation>
    </message>
    <message>
        <source>Tercetak</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Terlalu sering salah. Tunggu sebentar, ya.</source>
        <translation>Too many wrong tries. Please wait a moment.</translation>
    </message>
    <message>
        <source>Terputus, foto menunggu dan aman</source>
        <translation>Offline; photos wait and are safe</translation>
    </message>
    <message>
        <source>Tersalin. USB boleh dicabut.</source>
        <translation>Copied. You may take the stick out.</translation>
    </message>
    <message>
        <source>Tersambung</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>Tersimpan.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Tidak ada gambar</source>
        <translation>No picture</translation>
    </message>
    <message>
        <source>Tidak ada gambar. Kamera lama dipasang lagi.</source>
        <translation>No picture. The former camera is back.</translation>
    </message>
    <message>
        <source>Tidak apa-apa. Sentuh layar kapan pun kamu siap.</source>
        <translation>No problem. Touch the screen whenever you’re ready.</translation>
    </message>
    <message>
        <source>Tidak berlaku</source>
        <translation>Not valid</translation>
    </message>
    <message>
        <source>Tidak bisa ditulis</source>
        <translation>Can’t be written</translation>
    </message>
    <message>
        <source>Tidak jadi</source>
        <translation>Called off</translation>
    </message>
    <message>
        <source>Tidak jadi, tidak ada yang dibayar</source>
        <translation>Called off, nothing was paid</translation>
    </message>
    <message>
        <source>Tidak tersambung</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Tulis sesuatu dulu, ya.</source>
        <translation>Please type something first.</translation>
    </message>
    <message>
        <source>Tunai</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Tunai keluar</source>
        <translation>Cash out</translation>
    </message>
    <message>
        <source>Tunai masuk</source>
        <translation>Cash in</translation>
    </message>
    <message>
        <source>Tunai {amount} diterima {who}</source>
        <translation>Cash {amount} taken by {who}</translation>
    </message>
    <message>
        <source>Tunggu saja, nanti lanjut sendiri.</source>
        <translation>Just wait, it goes on by itself.</translation>
    </message>
    <message>
        <source>Tutup printer terbuka</source>
        <translation>The printer’s cover is open</translation>
    </message>
    <message>
        <source>Tutup program itu. Kamera dicoba terus.</source>
        <translation>Close that program. The booth keeps trying.</translation>
    </message>
    <message>
        <source>Tutup sampai terdengar klik.</source>
        <translation>Close it until it clicks.</translation>
    </message>
    <message>
        <source>USB-nya penuh</source>
        <translation>The stick is full</translation>
    </message>
    <message>
        <source>Uang dikembalikan oleh {who}</source>
        <translation>Money given back by {who}</translation>
    </message>
    <message>
        <source>Uang tunai tercatat. Tamu bisa mulai.</source>
        <translation>The cash is recorded. The guest can start.</translation>
    </message>
    <message>
        <source>Uangmu aman</source>
        <translation>Your money is safe</translation>
    </message>
    <message>
        <source>Uangmu sedang dikembalikan lewat QRIS. Simpan kode ini sampai masuk, ya.</source>
        <translation>Your money is on its way back by QRIS. Keep this code until it’s there.</translation>
    </message>
    <message>
        <source>Uangnya kurang, tamu pergi</source>
        <translation>Paid too little, the guest left</translation>
    </message>
    <message>
        <source>Uangnya masuk setelah tamu pergi</source>
        <translation>The money came after the guest left</translation>
    </message>
    <message>
        <source>Versi</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>Voucher ini sudah pernah dipakai.</source>
        <translation>This voucher has been used before.</translation>
    </message>
    <message>
        <source>Voucher {amount}</source>
        <translation>Voucher {amount}</translation>
    </message>
    <message>
        <source>Waktunya habis</source>
        <translation>Time’s up</translation>
    </message>
    <message>
        <source>atau</source>
        <translation>or</translation>
    </message>
    <message>
        <source>baru saja</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>bayar QRIS</source>
        <translation>pay by QRIS</translation>
    </message>
    <message>
        <source>bayar tunai</source>
        <translation>pay cash</translation>
    </message>
    <message>
        <source>dan</source>
        <translation>and</translation>
    </message>
    <message>
        <source>gratis</source>
        <translation>free</translation>
    </message>
    <message>
        <source>menunggu giliran</source>
        <translation>waiting its turn</translation>
    </message>
    <message>
        <source>mesin uang</source>
        <translation>the cash machine</translation>
    </message>
    <message>
        <source>pakai voucher</source>
        <translation>use a voucher</translation>
    </message>
    <message>
        <source>pemilik</source>
        <translation>the owner</translation>
    </message>
    <message>
        <source>sedang dicetak</source>
        <translation>printing</translation>
    </message>
    <message>
        <source>sedang ditarik</source>
        <translation>being withdrawn</translation>
    </message>
    <message>
        <source>tidak pasti berapa yang keluar</source>
        <translation>unsure how many came out</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>bank transfer</translation>
    </message>
    <message>
        <source>tunai</source>
        <translation>cash</translation>
    </message>
    <message>
        <source>{age} lalu</source>
        <translation>{age} ago</translation>
    </message>
    <message>
        <source>{all} lembar, satu per satu.</source>
        <translation>{all} prints, one by one.</translation>
    </message>
    <message>
        <source>{amount} kembali ke akun tamu, lewat Xendit.</source>
        <translation>{amount} goes back to the guest’s account, through Xendit.</translation>
    </message>
    <message>
        <source>{amount} sudah kamu transfer ke tamu.</source>
        <translation>You have transferred {amount} to the guest.</translation>
    </message>
    <message>
        <source>{code} sedang dicetak ulang.</source>
        <translation>{code} is being reprinted.</translation>
    </message>
    <message>
        <source>{code} selesai: diganti sesi gratis.</source>
        <translation>{code} is settled: a free session instead.</translation>
    </message>
    <message>
        <source>{code} selesai: uangnya sudah kembali.</source>
        <translation>{code} is settled: the money is back.</translation>
    </message>
    <message>
        <source>{first}–{last} dari {all}</source>
        <translation>{first}–{last} of {all}</translation>
    </message>
    <message>
        <source>{free} kosong dari {all}</source>
        <translation>{free} free of {all}</translation>
    </message>
    <message>
        <source>{hour}.{minute}</source>
        <comment>a time of day</comment>
        <translation>{hour}:{minute}</translation>
    </message>
    <message>
        <source>{kind} · berlaku sampai {day}</source>
        <translation>{kind} · valid until {day}</translation>
    </message>
    <message>
        <source>{name} belum bisa mencetaknya. Lihat printernya, lalu coba lagi.</source>
        <translation>{name} could not print it. Look at the printer, then try again.</translation>
    </message>
    <message>
        <source>{name} sudah dihapus.</source>
        <translation>{name} is removed.</translation>
    </message>
    <message>
        <source>{name} terpasang. Cetak tes dulu, ya.</source>
        <translation>{name} is added. Print a test page first.</translation>
    </message>
    <message>
        <source>{name}, sampai {day}</source>
        <translation>{name}, until {day}</translation>
    </message>
    <message>
        <source>{name}, tidak berlaku (sampai {day})</source>
        <translation>{name}, not valid (until {day})</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>{n} GB</source>
        <translation>{n} GB</translation>
    </message>
    <message>
        <source>{n} berkali-kali ditolak</source>
        <translation>{n} refused again and again</translation>
    </message>
    <message>
        <source>{n} dari {all} lembar keluar</source>
        <translation>{n} of {all} came out</translation>
    </message>
    <message>
        <source>{n} dari {all} lembar sudah keluar.</source>
        <translation>{n} of {all} prints are out.</translation>
    </message>
    <message>
        <source>{n} inti · {memory}</source>
        <translation>{n} cores · {memory}</translation>
    </message>
    <message>
        <source>{n} menunggu dikirim.</source>
        <translation>{n} waiting to be sent.</translation>
    </message>
    <message>
        <source>{n} mm</source>
        <translation>{n} mm</translation>
    </message>
    <message>
        <source>{n} ms sebelum yang tampil di layar</source>
        <translation>{n} ms before what the screen shows</translation>
    </message>
    <message>
        <source>{n} ms sesudah yang tampil di layar</source>
        <translation>{n} ms after what the screen shows</translation>
    </message>
    <message>
        <source>{n}×</source>
        <translation>{n}×</translation>
    </message>
    <message>
        <source>{size} kosong</source>
        <translation>{size} free</translation>
    </message>
    <message>
        <source>{size} · ketajaman {n:.0f}</source>
        <translation>{size} · sharpness {n:.0f}</translation>
    </message>
    <message>
        <source>{size} · kurang tajam dari tadi</source>
        <translation>{size} · less sharp than before</translation>
    </message>
    <message>
        <source>{size} · lebih tajam dari tadi</source>
        <translation>{size} · sharper than before</translation>
    </message>
    <message>
        <source>{size} · setajam tadi</source>
        <translation>{size} · as sharp as before</translation>
    </message>
    <message>
        <source>{which} sedang tidak bisa, {works}{no_break}ya.</source>
        <translation>No {which} right now, please{no_break}{works}.</translation>
    </message>
</context>
<context>
    <name>ArrangePanel</name>
    <message>
        <source>Bingkai</source>
        <translation>Frame</translation>
    </message>
    <message>
        <source>Warna</source>
        <translation>Look</translation>
    </message>
</context>
<context>
    <name>CashCard</name>
    <message>
        <source>Siapkan uang</source>
        <translation>Have ready</translation>
    </message>
    <message>
        <source>Tinggal</source>
        <translation>Still to pay</translation>
    </message>
</context>
<context>
    <name>ChangeNote</name>
    <message>
        <source>Kembalian %1</source>
        <translation>Change %1</translation>
    </message>
    <message>
        <source>Tunjukkan kode %1 ke petugas</source>
        <translation>Show code %1 to our staff</translation>
    </message>
</context>
<context>
    <name>LensPill</name>
    <message>
        <source>Lihat ke kamera</source>
        <translation>Look at the camera</translation>
    </message>
</context>
<context>
    <name>LimitHint</name>
    <message>
        <source>Aku masih di sini</source>
        <translation>I’m still here</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Photobooth</source>
        <translation>Photobooth</translation>
    </message>
</context>
<context>
    <name>OneMoment</name>
    <message>
        <source>Kameranya sedang disiapkan.</source>
        <translation>We’re getting the camera ready.</translation>
    </message>
    <message>
        <source>Sebentar, ya</source>
        <translation>Just a moment</translation>
    </message>
</context>
<context>
    <name>PayCash</name>
    <message>
        <source>Atau serahkan uangnya ke petugas.</source>
        <translation>Or hand it to our staff.</translation>
    </message>
    <message>
        <source>Jangan bayar dulu, kami siapkan boothnya.</source>
        <translation>Don’t pay yet, we’re getting ready.</translation>
    </message>
    <message>
        <source>Khusus petugas</source>
        <translation>Staff only</translation>
    </message>
    <message>
        <source>Masukkan uang ke mesin</source>
        <translation>Put your cash in the machine</translation>
    </message>
    <message>
        <source>Mesin tidak memberi kembalian; kelebihan dikembalikan petugas.</source>
        <translation>The machine gives no change; our staff give back what’s over.</translation>
    </message>
    <message>
        <source>Pesanan dibatalkan</source>
        <translation>Cancels your order</translation>
    </message>
    <message>
        <source>Sebentar, ya</source>
        <translation>Just a moment</translation>
    </message>
    <message>
        <source>Serahkan uangnya ke petugas</source>
        <translation>Pay our staff</translation>
    </message>
    <message>
        <source>Setelah itu langsung foto!</source>
        <translation>Then straight to your photos!</translation>
    </message>
    <message>
        <source>Uangnya lebih? Kembaliannya dari petugas.</source>
        <translation>Paid too much? Our staff have your change.</translation>
    </message>
</context>
<context>
    <name>PayCode</name>
    <message>
        <source>Aku sudah bayar</source>
        <translation>I’ve paid</translation>
    </message>
    <message>
        <source>Belum masuk, ya. Kami terus cek otomatis.</source>
        <translation>Not in yet, we keep checking.</translation>
    </message>
    <message>
        <source>Internet lambat, sabar, ya</source>
        <translation>Slow internet, hang on</translation>
    </message>
    <message>
        <source>Kami cek dulu, ya</source>
        <translation>Let us check</translation>
    </message>
    <message>
        <source>Kode bayarmu sedang disiapkan.</source>
        <translation>We’re preparing your payment code.</translation>
    </message>
    <message>
        <source>Kode ditutup</source>
        <translation>Closes this code</translation>
    </message>
    <message>
        <source>Memastikan pembayaranmu sudah masuk atau belum.</source>
        <translation>Checking whether you’ve paid.</translation>
    </message>
    <message>
        <source>Pakai aplikasi bank atau dompet digitalmu.</source>
        <translation>Use your bank app or e-wallet.</translation>
    </message>
    <message>
        <source>QRIS · semua bank dan dompet digital</source>
        <translation>QRIS · all banks and e-wallets</translation>
    </message>
    <message>
        <source>Scan untuk bayar</source>
        <translation>Scan to pay</translation>
    </message>
    <message>
        <source>Sebentar, ya</source>
        <translation>Just a moment</translation>
    </message>
    <message>
        <source>Sedang kami cek…</source>
        <translation>We’re checking…</translation>
    </message>
</context>
<context>
    <name>PayLines</name>
    <message>
        <source>Sisa yang dibayar</source>
        <translation>Still to pay</translation>
    </message>
</context>
<context>
    <name>PayPicking</name>
    <message>
        <source>Pesanan dibatalkan</source>
        <translation>Cancels your order</translation>
    </message>
    <message>
        <source>Pilih cara bayar</source>
        <translation>Choose how to pay</translation>
    </message>
    <message>
        <source>Sebentar, ya</source>
        <translation>Just a moment</translation>
    </message>
</context>
<context>
    <name>PayVoucher</name>
    <message>
        <source>Kode voucher</source>
        <translation>Voucher code</translation>
    </message>
    <message>
        <source>Pakai voucher</source>
        <translation>Use voucher</translation>
    </message>
    <message>
        <source>Pesanan dibatalkan</source>
        <translation>Cancels your order</translation>
    </message>
    <message>
        <source>Untuk bayar %1. Ketik kodenya, ya.</source>
        <translation>To pay %1. Type the code.</translation>
    </message>
    <message>
        <source>Yang bulat angka 0, yang tegak angka 1. Tidak ada huruf O, I, L.</source>
        <translation>Round is 0, upright is 1. There are no letters O, I or L.</translation>
    </message>
</context>
<context>
    <name>PayWayOut</name>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Bayar cara lain</source>
        <translation>Pay another way</translation>
    </message>
</context>
<context>
    <name>PoseHint</name>
    <message>
        <source>Cakep!</source>
        <translation>Looking good!</translation>
    </message>
    <message>
        <source>Dua jari dulu!</source>
        <translation>Peace signs up!</translation>
    </message>
    <message>
        <source>Foto %1 dari %2</source>
        <translation>Photo %1 of %2</translation>
    </message>
    <message>
        <source>Gaya bebas!</source>
        <translation>Strike a pose!</translation>
    </message>
    <message>
        <source>Keren!</source>
        <translation>So cool!</translation>
    </message>
    <message>
        <source>Lebih seru lagi!</source>
        <translation>Now go wild!</translation>
    </message>
    <message>
        <source>Mantap!</source>
        <translation>Nice one!</translation>
    </message>
    <message>
        <source>Muka paling konyol!</source>
        <translation>Silliest face!</translation>
    </message>
    <message>
        <source>Peluk temanmu!</source>
        <translation>Hug your friends!</translation>
    </message>
    <message>
        <source>Rapat, biar semua kena!</source>
        <translation>Squeeze in, everyone!</translation>
    </message>
    <message>
        <source>Senyum lebar!</source>
        <translation>Big smile!</translation>
    </message>
    <message>
        <source>Seru banget!</source>
        <translation>That was fun!</translation>
    </message>
    <message>
        <source>Sok cool, yuk!</source>
        <translation>Now act cool!</translation>
    </message>
</context>
<context>
    <name>PriceTag</name>
    <message>
        <source>Gratis</source>
        <translation>Free</translation>
    </message>
</context>
<context>
    <name>PrintSteps</name>
    <message>
        <source>Bersiap</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Dicetak</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Dikirim</source>
        <translation>Sent</translation>
    </message>
</context>
<context>
    <name>ReachSwitch</name>
    <message>
        <source>Naikkan layar</source>
        <translation>Raise screen</translation>
    </message>
    <message>
        <source>Turunkan layar</source>
        <translation>Lower screen</translation>
    </message>
</context>
<context>
    <name>RetakeButton</name>
    <message>
        <source>Sisa %1×</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>Ulangi foto ini</source>
        <translation>Retake this photo</translation>
    </message>
</context>
<context>
    <name>ScreenArrange</name>
    <message>
        <source>Begini nanti hasil cetaknya.</source>
        <translation>This is how it will print.</translation>
    </message>
    <message>
        <source>Cakep!</source>
        <translation>Looking good!</translation>
    </message>
    <message>
        <source>Cetak sekarang</source>
        <translation>Print now</translation>
    </message>
    <message>
        <source>Dicetak sendiri</source>
        <translation>Prints by itself</translation>
    </message>
    <message>
        <source>Fotomu sedang disusun…</source>
        <translation>Putting your photos together…</translation>
    </message>
    <message>
        <source>Geser foto untuk menukar, atau sentuh untuk pilihan lain.</source>
        <translation>Drag a photo to swap it, or touch it for more.</translation>
    </message>
    <message>
        <source>Geser foto untuk menukar.</source>
        <translation>Drag a photo to swap it.</translation>
    </message>
    <message>
        <source>Geser fotomu untuk menukar</source>
        <translation>Drag your photos to swap them</translation>
    </message>
</context>
<context>
    <name>ScreenAttract</name>
    <message>
        <source>Bergaya, cetak, langsung bawa pulang.</source>
        <translation>Pose, print, take it home.</translation>
    </message>
    <message>
        <source>Gratis untukmu hari ini</source>
        <translation>Free for you today</translation>
    </message>
    <message>
        <source>Mulai dari %1</source>
        <translation>From %1</translation>
    </message>
    <message>
        <source>Sebentar, ya…</source>
        <translation>Just a moment…</translation>
    </message>
    <message>
        <source>Sentuh untuk mulai</source>
        <translation>Touch to start</translation>
    </message>
    <message>
        <source>Yuk, foto bareng!</source>
        <translation>Let’s take a photo!</translation>
    </message>
</context>
<context>
    <name>ScreenChoose</name>
    <message>
        <source>Ini cetakanmu</source>
        <translation>This is your print</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kembali ke awal</source>
        <translation>Back to start</translation>
    </message>
    <message>
        <source>Pilih cetakanmu</source>
        <translation>Pick your print</translation>
    </message>
    <message>
        <source>Sentuh untuk lanjut.</source>
        <translation>Touch to go on.</translation>
    </message>
    <message>
        <source>Sentuh yang kamu suka.</source>
        <translation>Touch the one you like.</translation>
    </message>
</context>
<context>
    <name>ScreenEnd</name>
    <message>
        <source>Beres, terima kasih!</source>
        <translation>All done, thank you!</translation>
    </message>
    <message>
        <source>Kembali ke awal</source>
        <translation>Back to start</translation>
    </message>
    <message>
        <source>Sampai ketemu lagi, ya.</source>
        <translation>See you again soon.</translation>
    </message>
</context>
<context>
    <name>ScreenOwed</name>
    <message>
        <source>Layar ditutup</source>
        <translation>Closes</translation>
    </message>
    <message>
        <source>Oke, aku ke petugas</source>
        <translation>OK, I’ll ask the staff</translation>
    </message>
    <message>
        <source>Tunjukkan ke petugas</source>
        <translation>Show this to our staff</translation>
    </message>
    <message>
        <source>Uangmu %1</source>
        <translation>Your money: %1</translation>
    </message>
</context>
<context>
    <name>ScreenPrinting</name>
    <message>
        <source>%1. Fotomu aman dan lanjut dicetak.</source>
        <translation>%1. Your photos are safe and will be printed.</translation>
    </message>
    <message>
        <source>Fotomu menuju printer</source>
        <translation>Your photo is on its way</translation>
    </message>
    <message>
        <source>Fotomu sedang dicetak</source>
        <translation>Your photo is printing</translation>
    </message>
    <message>
        <source>Nanti keluar di bawah layar ini.</source>
        <translation>It will come out below this screen.</translation>
    </message>
    <message>
        <source>Sebentar, ya</source>
        <translation>Just a moment</translation>
    </message>
    <message>
        <source>Tunggu di sini, ya.</source>
        <translation>Please wait here.</translation>
    </message>
</context>
<context>
    <name>ScreenResting</name>
    <message>
        <source>Mampir lagi sebentar lagi, ya!</source>
        <translation>Please come by again in a moment!</translation>
    </message>
    <message>
        <source>Rehat sebentar, ya</source>
        <translation>Taking a short break</translation>
    </message>
</context>
<context>
    <name>ScreenTakeHome</name>
    <message>
        <source>Ambil di bawah, ya!</source>
        <translation>Take it below!</translation>
    </message>
    <message>
        <source>Cetakanmu sudah jadi, terima kasih!</source>
        <translation>Your print is ready, thank you!</translation>
    </message>
    <message>
        <source>Layar ditutup</source>
        <translation>Closes</translation>
    </message>
    <message>
        <source>Scan untuk simpan fotomu</source>
        <translation>Scan to save your photos</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Simpan di HP</source>
        <translation>Save to your phone</translation>
    </message>
</context>
<context>
    <name>ShowSwitch</name>
    <message>
        <source>Boleh</source>
        <translation>Sure</translation>
    </message>
    <message>
        <source>Boleh cetakanmu tampil di layar ini hari ini?</source>
        <translation>May we show your print on this screen today?</translation>
    </message>
    <message>
        <source>Cetakanmu tampil di layar ini hari ini. Sentuh untuk membatalkan.</source>
        <translation>Your print is shown on this screen today. Touch to undo.</translation>
    </message>
    <message>
        <source>Tidak</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>SlotActions</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Sentuh foto yang mau ditukar</source>
        <translation>Touch the photo to swap with</translation>
    </message>
    <message>
        <source>Tukar dengan foto lain</source>
        <translation>Swap with another</translation>
    </message>
    <message>
        <source>Ulangi foto ini (sisa %1×)</source>
        <translation>Retake this photo (%1 left)</translation>
    </message>
</context>
<context>
    <name>StaffAbout</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Salin log ke USB</source>
        <translation>Copy logs to USB</translation>
    </message>
    <message>
        <source>Tentang booth ini</source>
        <translation>About this booth</translation>
    </message>
</context>
<context>
    <name>StaffAskAgain</name>
    <message>
        <source>%1?</source>
        <comment>what staff are about to do</comment>
        <translation>%1?</translation>
    </message>
    <message>
        <source>Kenapa?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Tidak jadi</source>
        <translation>Never mind</translation>
    </message>
</context>
<context>
    <name>StaffBar</name>
    <message>
        <source>Mode petugas</source>
        <translation>Staff mode</translation>
    </message>
</context>
<context>
    <name>StaffCalibrate</name>
    <message>
        <source>Cetak lagi</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Cetak lembar kalibrasi</source>
        <translation>Print a calibration sheet</translation>
    </message>
    <message>
        <source>Cetak lembarnya, baca penggarisnya, lalu geser.</source>
        <translation>Print the sheet, read its rulers, then move.</translation>
    </message>
    <message>
        <source>Digambar 3× lebih jauh</source>
        <translation>Drawn 3× as far</translation>
    </message>
    <message>
        <source>Geser ke bawah</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Geser ke kanan</source>
        <translation>Move right</translation>
    </message>
    <message>
        <source>Kalibrasi %1</source>
        <translation>Calibrate %1</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Sedang dicetak…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ukuran</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>minus: ke atas</source>
        <translation>minus: up</translation>
    </message>
    <message>
        <source>minus: ke kiri</source>
        <translation>minus: left</translation>
    </message>
</context>
<context>
    <name>StaffCamera</name>
    <message>
        <source>Ada tamu di layar</source>
        <translation>A guest is at the screen</translation>
    </message>
    <message>
        <source>Ambil foto tes</source>
        <translation>Take a test shot</translation>
    </message>
    <message>
        <source>Apa adanya</source>
        <translation>As it is</translation>
    </message>
    <message>
        <source>Bawaan booth ini</source>
        <translation>This booth’s own</translation>
    </message>
    <message>
        <source>Bingkai cetakan</source>
        <translation>Print’s frame</translation>
    </message>
    <message>
        <source>Cari lagi</source>
        <translation>Search again</translation>
    </message>
    <message>
        <source>Gambar di layar</source>
        <translation>Picture on the screen</translation>
    </message>
    <message>
        <source>Kamera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Kamera bisa diubah begitu sesinya selesai.</source>
        <translation>The camera can be changed once the session is over.</translation>
    </message>
    <message>
        <source>Kamera yang dipakai</source>
        <translation>Camera in use</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Memotret…</source>
        <translation>Shooting…</translation>
    </message>
    <message>
        <source>Mencari…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Sedang dicoba…</source>
        <translation>Trying…</translation>
    </message>
    <message>
        <source>Seperti cermin</source>
        <translation>As in a mirror</translation>
    </message>
</context>
<context>
    <name>StaffCardActions</name>
    <message>
        <source>Cetak tes</source>
        <translation>Print test</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Dahulukan</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Isi kertas</source>
        <translation>Load paper</translation>
    </message>
    <message>
        <source>Jadikan utama</source>
        <translation>Make it first</translation>
    </message>
    <message>
        <source>Jeda</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Kalibrasi</source>
        <translation>Calibrate</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>StaffCardHead</name>
    <message>
        <source>Printer utama</source>
        <translation>First printer</translation>
    </message>
</context>
<context>
    <name>StaffCashDue</name>
    <message>
        <source>Buka kasir dulu</source>
        <translation>Open the till first</translation>
    </message>
    <message>
        <source>Paket %1, terima</source>
        <translation>Package %1, take</translation>
    </message>
    <message>
        <source>Sedang dicatat…</source>
        <translation>Recording…</translation>
    </message>
    <message>
        <source>Tamu menunggu di layar</source>
        <translation>A guest waits at the screen</translation>
    </message>
    <message>
        <source>Uang diterima</source>
        <translation>Cash received</translation>
    </message>
</context>
<context>
    <name>StaffClaim</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kembalikan tunai atau lewat transfer.</source>
        <translation>Refund in cash or by transfer.</translation>
    </message>
    <message>
        <source>Paket</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>Sedang dicatat…</source>
        <translation>Recording…</translation>
    </message>
    <message>
        <source>Sejak %1</source>
        <translation>Since %1</translation>
    </message>
    <message>
        <source>Yang bisa kembali</source>
        <translation>Can be given back</translation>
    </message>
</context>
<context>
    <name>StaffClaimRow</name>
    <message>
        <source>sejak %1</source>
        <translation>since %1</translation>
    </message>
</context>
<context>
    <name>StaffCode</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kode tamu</source>
        <translation>Guest’s code</translation>
    </message>
    <message>
        <source>Minta tamu menunjukkan kodenya.</source>
        <translation>Ask the guest to show the code.</translation>
    </message>
    <message>
        <source>Tidak ada utang dengan kode ini. Mungkin sudah diselesaikan.</source>
        <translation>Nothing is owed under this code. It may be settled already.</translation>
    </message>
</context>
<context>
    <name>StaffConfirm</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kertas (kata printernya)</source>
        <translation>Paper (so the printer says)</translation>
    </message>
    <message>
        <source>Kertas di dalamnya</source>
        <translation>Paper in it</translation>
    </message>
    <message>
        <source>Namanya</source>
        <translation>Its name</translation>
    </message>
    <message>
        <source>Pasang</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Pasang printer ini?</source>
        <translation>Add this printer?</translation>
    </message>
    <message>
        <source>Sedang dipasang. Layar ini boleh ditinggal.</source>
        <translation>It is being added. You may leave this screen.</translation>
    </message>
    <message>
        <source>Sedang dipasang…</source>
        <translation>Adding…</translation>
    </message>
    <message>
        <source>sudah dikenal</source>
        <translation>known already</translation>
    </message>
</context>
<context>
    <name>StaffDrawer</name>
    <message>
        <source>Buka kasir</source>
        <translation>Open the till</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Hitung modal awal di laci.</source>
        <translation>Count the float in the drawer.</translation>
    </message>
    <message>
        <source>Hitung semua uang di laci.</source>
        <translation>Count all the cash in the drawer.</translation>
    </message>
    <message>
        <source>Tanpa catatan</source>
        <translation>No note</translation>
    </message>
    <message>
        <source>Tidak jadi</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>Tutup kasir</source>
        <translation>Close the till</translation>
    </message>
</context>
<context>
    <name>StaffEvent</name>
    <message numerus="yes">
        <source>%n hari</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Acara</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Belum disimpan. Berlaku mulai tamu berikutnya.</source>
        <translation>Not saved yet. In force from the next guest on.</translation>
    </message>
    <message>
        <source>Berlaku mulai tamu berikutnya.</source>
        <translation>In force from the next guest on.</translation>
    </message>
    <message>
        <source>Diatur di berkas booth ini.</source>
        <translation>Set in this booth’s file.</translation>
    </message>
    <message>
        <source>Dihapus setiap hari pukul</source>
        <translation>Deleted every day at</translation>
    </message>
    <message>
        <source>Gratis</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Halaman tamu punya masa simpan sendiri di cloud, sama untuk semua booth-mu.</source>
        <translation>Guest pages are kept in the cloud for a time of their own, the same for all your booths.</translation>
    </message>
    <message>
        <source>Hanya foto yang sudah selesai dan sudah aman di cloud yang dihapus.</source>
        <translation>Only photos that are done and safe in the cloud are deleted.</translation>
    </message>
    <message>
        <source>Hanya pemilik yang bisa mengubahnya.</source>
        <translation>Only the owner can change it.</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Mode gratis menyala</source>
        <translation>Free mode is on</translation>
    </message>
    <message>
        <source>Nama acara, tercetak di foto</source>
        <translation>Event name, on the print</translation>
    </message>
    <message>
        <source>Paket. Harga berlaku di semua booth-mu.</source>
        <translation>Packages. Prices hold for all your booths.</translation>
    </message>
    <message>
        <source>Pembayaran</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Selamanya</source>
        <translation>For ever</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Simpan foto di booth ini selama</source>
        <translation>Keep photos in this booth for</translation>
    </message>
    <message>
        <source>Tamu membayar</source>
        <translation>Guests pay</translation>
    </message>
    <message>
        <source>Urungkan perubahan</source>
        <translation>Undo changes</translation>
    </message>
</context>
<context>
    <name>StaffEventPackage</name>
    <message>
        <source>Cetakan tambahan</source>
        <translation>One more print</translation>
    </message>
    <message>
        <source>Dijual</source>
        <translation>On sale</translation>
    </message>
    <message>
        <source>Harga %1 cetakan</source>
        <translation>Price for %1</translation>
    </message>
    <message>
        <source>Paling banyak untuk satu tamu</source>
        <translation>Most for one guest</translation>
    </message>
    <message>
        <source>Tidak dijual</source>
        <translation>Not on sale</translation>
    </message>
</context>
<context>
    <name>StaffFound</name>
    <message>
        <source>sedang dipasang…</source>
        <translation>adding…</translation>
    </message>
</context>
<context>
    <name>StaffFraming</name>
    <message>
        <source>Mencoba kamera baru…</source>
        <translation>Trying the new camera…</translation>
    </message>
    <message>
        <source>Sebentar…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>Untuk teknisi: %1</source>
        <translation>For the technician: %1</translation>
    </message>
</context>
<context>
    <name>StaffFreeNote</name>
    <message>
        <source>Diatur di berkas booth ini.</source>
        <translation>Set in this booth’s file.</translation>
    </message>
    <message>
        <source>Mode gratis menyala</source>
        <translation>Free mode is on</translation>
    </message>
</context>
<context>
    <name>StaffHold</name>
    <message>
        <source>Tahan sampai penuh</source>
        <translation>Hold until it is full</translation>
    </message>
</context>
<context>
    <name>StaffHome</name>
    <message numerus="yes">
        <source>%n perlu dilihat</source>
        <translation>
            <numerusform>%n thing needs a look</numerusform>
            <numerusform>%n things need a look</numerusform>
        </translation>
    </message>
    <message>
        <source>Belum ada</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>Booth-nya baik</source>
        <translation>The booth is well</translation>
    </message>
    <message>
        <source>Diperiksa %1 detik lalu</source>
        <translation>Checked %1 s ago</translation>
    </message>
    <message>
        <source>Diperiksa baru saja</source>
        <translation>Checked just now</translation>
    </message>
    <message>
        <source>Memeriksa booth…</source>
        <translation>Checking the booth…</translation>
    </message>
    <message>
        <source>Pasang</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Pasang printer dulu supaya bisa menjual.</source>
        <translation>Add a printer first, so that you can sell.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Semua baik</source>
        <translation>All is well</translation>
    </message>
</context>
<context>
    <name>StaffHomePrinter</name>
    <message numerus="yes">
        <source>%n lembar</source>
        <translation>
            <numerusform>%n print</numerusform>
            <numerusform>%n prints</numerusform>
        </translation>
    </message>
    <message>
        <source>Kertasnya hampir habis.</source>
        <translation>Its paper is running low.</translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation>See</translation>
    </message>
</context>
<context>
    <name>StaffLeave</name>
    <message>
        <source>Keluar</source>
        <translation>Leave</translation>
    </message>
</context>
<context>
    <name>StaffMediaChip</name>
    <message>
        <source>Lainnya</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>tidak dipakai paket</source>
        <translation>no package uses it</translation>
    </message>
</context>
<context>
    <name>StaffMore</name>
    <message>
        <source>%1 cetakan tamu tampil</source>
        <translation>Guest prints shown: %1</translation>
    </message>
    <message>
        <source>%1 menunggu dikirim</source>
        <translation>%1 waiting to be sent</translation>
    </message>
    <message>
        <source>Acara</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Kamera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Layar depan</source>
        <translation>Front screen</translation>
    </message>
    <message>
        <source>Nama, template, harga, masa simpan</source>
        <translation>Name, templates, prices, retention</translation>
    </message>
    <message>
        <source>Pilih kamera, bingkai, uji jepret</source>
        <translation>Pick a camera, frame it, test it</translation>
    </message>
    <message>
        <source>Sinkron</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Tentang booth ini</source>
        <translation>About this booth</translation>
    </message>
    <message>
        <source>Tidak ada cetakan tamu</source>
        <translation>No guest prints</translation>
    </message>
    <message>
        <source>Versi, lisensi, log ke USB</source>
        <translation>Version, licence, logs to USB</translation>
    </message>
</context>
<context>
    <name>StaffNav</name>
    <message>
        <source>Beranda</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Kasir</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>Sesi</source>
        <translation>Sessions</translation>
    </message>
</context>
<context>
    <name>StaffOffset</name>
    <message>
        <source>Ayunkan tangan, ambil foto tes, lalu atur sampai kedua gambarnya sama.</source>
        <translation>Wave your hand, take a test shot, then move this until both pictures match.</translation>
    </message>
    <message>
        <source>Keterlambatan kamera, dalam ms</source>
        <translation>Camera delay, in ms</translation>
    </message>
</context>
<context>
    <name>StaffOwedNote</name>
    <message numerus="yes">
        <source>%n tamu menunggu kamu</source>
        <translation>
            <numerusform>%n guest is waiting for you</numerusform>
            <numerusform>%n guests are waiting for you</numerusform>
        </translation>
    </message>
    <message>
        <source>Sudah bayar dan belum beres. Lihat di kasir.</source>
        <translation>Paid and not settled. See the till.</translation>
    </message>
</context>
<context>
    <name>StaffPaper</name>
    <message>
        <source>Belum dihitung</source>
        <translation>Not counted yet</translation>
    </message>
    <message>
        <source>Habis · %1</source>
        <translation>Out · %1</translation>
    </message>
    <message>
        <source>Hampir habis · %1</source>
        <translation>Running low · %1</translation>
    </message>
    <message>
        <source>cetakan lagi · %1</source>
        <translation>prints left · %1</translation>
    </message>
    <message>
        <source>kertas %1</source>
        <translation>%1 paper</translation>
    </message>
</context>
<context>
    <name>StaffPin</name>
    <message>
        <source>%1.%2</source>
        <comment>minutes and seconds that are left</comment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>4 sampai 8 angka, lalu sentuh Masuk.</source>
        <translation>4 to 8 digits, then touch Enter.</translation>
    </message>
    <message>
        <source>Belum ada PIN petugas</source>
        <translation>There is no staff PIN yet</translation>
    </message>
    <message>
        <source>PIN petugas</source>
        <translation>Staff PIN</translation>
    </message>
    <message>
        <source>PIN salah %1 kali berturut-turut. Coba lagi dalam:</source>
        <translation>Wrong PIN %1 times in a row. Try again in:</translation>
    </message>
    <message>
        <source>PIN-nya salah. Coba sekali lagi.</source>
        <translation>Wrong PIN. Try once more.</translation>
    </message>
    <message>
        <source>Pengelola booth memasangnya sekali di komputer booth ini, dengan perintah:</source>
        <translation>The booth’s operator sets it once on this booth’s computer, with the command:</translation>
    </message>
    <message>
        <source>Sedang diperiksa…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Setelah itu, ketuk sudut layar lima kali lagi.</source>
        <translation>Then tap the screen’s corner five times again.</translation>
    </message>
    <message>
        <source>Terkunci sementara</source>
        <translation>Locked for a while</translation>
    </message>
</context>
<context>
    <name>StaffPinPad</name>
    <message>
        <source>Hapus</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>StaffPrinters</name>
    <message>
        <source>%1 dari %2 butuh bantuanmu</source>
        <translation>%1 of %2 need your help</translation>
    </message>
    <message>
        <source>%1 terpasang</source>
        <translation>Set up: %1</translation>
    </message>
    <message>
        <source>Belum ada printer</source>
        <translation>No printer yet</translation>
    </message>
    <message>
        <source>Booth mencoba lagi sendiri. Cetakan yang sudah dibayar aman dan menunggu.</source>
        <translation>The booth tries again by itself. Prints that are paid for are safe and wait.</translation>
    </message>
    <message>
        <source>Layanan cetak tidak menjawab</source>
        <translation>The print service does not answer</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>Sambungkan dan nyalakan printernya dulu,
lalu sentuh Tambah printer.</source>
        <translation>Connect the printer and switch it on,
then touch Add a printer.</translation>
    </message>
    <message>
        <source>Tambah printer</source>
        <translation>Add a printer</translation>
    </message>
</context>
<context>
    <name>StaffProof</name>
    <message>
        <source>Yang tampil di layar</source>
        <translation>What the screen shows</translation>
    </message>
    <message>
        <source>Yang tersimpan</source>
        <translation>What is kept</translation>
    </message>
</context>
<context>
    <name>StaffRefill</name>
    <message>
        <source>Bisa untuk berapa cetakan?</source>
        <translation>Good for how many prints?</translation>
    </message>
    <message>
        <source>Isi kertas</source>
        <translation>Load paper</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Printer ini menghitung sendiri</source>
        <translation>This printer counts by itself</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Sisa cetakannya dibaca dari printer.</source>
        <translation>The prints left are read from the printer.</translation>
    </message>
    <message>
        <source>Ukuran kertas</source>
        <translation>Paper size</translation>
    </message>
</context>
<context>
    <name>StaffRemove</name>
    <message>
        <source>Hapus printer ini?</source>
        <translation>Remove this printer?</translation>
    </message>
    <message>
        <source>Printer ini tidak dipakai lagi</source>
        <translation>This printer is not used any more</translation>
    </message>
    <message>
        <source>Selama masih ada yang menunggu, printer belum bisa dihapus.</source>
        <translation>While prints wait, the printer can’t be removed.</translation>
    </message>
    <message>
        <source>Tidak jadi</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>Untuk memakainya lagi, pasang lewat Tambah printer.</source>
        <translation>To use it again, go to Add a printer.</translation>
    </message>
    <message>
        <source>Ya, hapus</source>
        <translation>Yes, remove</translation>
    </message>
</context>
<context>
    <name>StaffReport</name>
    <message>
        <source>Untuk teknisi: %1</source>
        <translation>For the technician: %1</translation>
    </message>
</context>
<context>
    <name>StaffSearch</name>
    <message>
        <source>Belum ada printer yang terlihat</source>
        <translation>No printer in sight yet</translation>
    </message>
    <message>
        <source>Cari lagi</source>
        <translation>Search again</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Layanan cetak tidak menjawab</source>
        <translation>The print service does not answer</translation>
    </message>
    <message>
        <source>Mencari di kabel dan jaringan… sekitar 10 detik</source>
        <translation>Searching cables and network… about 10 seconds</translation>
    </message>
    <message>
        <source>Nyalakan printernya, periksa kabel USB atau jaringannya, lalu sentuh Cari lagi.</source>
        <translation>Switch the printer on, check its USB cable or network, then touch Search again.</translation>
    </message>
    <message>
        <source>Pastikan printernya menyala.</source>
        <translation>Make sure the printer is on.</translation>
    </message>
    <message>
        <source>Pilih printermu</source>
        <translation>Pick your printer</translation>
    </message>
    <message>
        <source>Printer belum bisa dicari. Tunggu sebentar, lalu sentuh Cari lagi.</source>
        <translation>Printers can’t be searched for now. Wait a moment, then touch Search again.</translation>
    </message>
    <message>
        <source>Sentuh yang mau dipasang.</source>
        <translation>Touch the one to add.</translation>
    </message>
</context>
<context>
    <name>StaffSession</name>
    <message>
        <source>%1 · sudah tercetak</source>
        <translation>%1 · already printed</translation>
    </message>
    <message>
        <source>Bantu tamu ini</source>
        <translation>Help this guest</translation>
    </message>
    <message>
        <source>Bereskan di kasir</source>
        <translation>Settle it at the till</translation>
    </message>
    <message>
        <source>Kode tamu</source>
        <translation>Guest’s code</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Sedang dicatat…</source>
        <translation>Recording…</translation>
    </message>
    <message>
        <source>Semua sesi</source>
        <translation>All sessions</translation>
    </message>
    <message>
        <source>Tamu belum puas?</source>
        <translation>Guest not happy?</translation>
    </message>
    <message>
        <source>Tidak jadi</source>
        <translation>Never mind</translation>
    </message>
</context>
<context>
    <name>StaffSessions</name>
    <message numerus="yes">
        <source>%n sesi</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message>
        <source>Belum ada sesi</source>
        <translation>No sessions yet</translation>
    </message>
    <message>
        <source>Booth mencoba lagi sendiri. Tidak ada yang hilang.</source>
        <translation>The booth tries again by itself. Nothing is lost.</translation>
    </message>
    <message>
        <source>Catatan belum bisa dibaca</source>
        <translation>The records can’t be read yet</translation>
    </message>
    <message>
        <source>Coba hari atau jam yang lain.</source>
        <translation>Try another day or hour.</translation>
    </message>
    <message>
        <source>Lebih baru</source>
        <translation>Newer</translation>
    </message>
    <message>
        <source>Lebih lama</source>
        <translation>Older</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Sesi</source>
        <translation>Sessions</translation>
    </message>
</context>
<context>
    <name>StaffSessionsFind</name>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>StaffSetupActivating</name>
    <message>
        <source>Booth mencoba lagi setiap beberapa detik.</source>
        <translation>The booth tries again every few seconds.</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Coba sekarang</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Mendaftarkan booth ini…</source>
        <translation>Registering this booth…</translation>
    </message>
    <message>
        <source>Ubah isian</source>
        <translation>Change what you typed</translation>
    </message>
    <message>
        <source>Untuk teknisi: %1</source>
        <translation>For the technician: %1</translation>
    </message>
</context>
<context>
    <name>StaffSetupCamera</name>
    <message>
        <source>Apakah gambarnya bagus?</source>
        <translation>Does the picture look good?</translation>
    </message>
    <message>
        <source>Berdirilah di tempat tamu, dan lihat apakah semuanya masuk.</source>
        <translation>Stand where guests stand and see whether everything is in.</translation>
    </message>
    <message>
        <source>Cari lagi</source>
        <translation>Search again</translation>
    </message>
    <message>
        <source>Kamera yang dipakai</source>
        <translation>Camera in use</translation>
    </message>
    <message>
        <source>Mencari…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Periksa kabel dan dayanya, lalu pilih kameranya.</source>
        <translation>Check its cable and power, then pick the camera.</translation>
    </message>
    <message>
        <source>Sedang dicoba…</source>
        <translation>Trying…</translation>
    </message>
    <message>
        <source>Ya, pakai kamera ini</source>
        <translation>Yes, use this camera</translation>
    </message>
</context>
<context>
    <name>StaffSetupDone</name>
    <message>
        <source>%1 siap mencetak</source>
        <translation>%1 is ready to print</translation>
    </message>
    <message>
        <source>Begini petugas masuk</source>
        <translation>How staff come in</translation>
    </message>
    <message>
        <source>Booth ini siap!</source>
        <translation>This booth is ready!</translation>
    </message>
    <message>
        <source>Buka booth</source>
        <translation>Open the booth</translation>
    </message>
    <message>
        <source>Ketuk sudut kiri atas layar lima kali dalam tiga detik, lalu ketik PIN.</source>
        <translation>Tap the top left corner five times within three seconds, then type the PIN.</translation>
    </message>
    <message>
        <source>Lisensi aktif, PIN pemilik terpasang</source>
        <translation>Licence active, owner&apos;s PIN set</translation>
    </message>
    <message>
        <source>Nama acara, harga dan paket: Lainnya, lalu Acara</source>
        <translation>Event name, prices and packages: More, then Event</translation>
    </message>
    <message>
        <source>Printer bisa ditambah kapan saja</source>
        <translation>A printer can be added at any time</translation>
    </message>
    <message>
        <source>Tamu pertamamu boleh datang.</source>
        <translation>Your first guest may come.</translation>
    </message>
</context>
<context>
    <name>StaffSetupHolder</name>
    <message>
        <source>Alamat email</source>
        <translation>Email address</translation>
    </message>
    <message>
        <source>Alamatnya belum lengkap, misalnya halo@contoh.id.</source>
        <translation>The address isn&apos;t complete. It looks like halo@contoh.id.</translation>
    </message>
    <message>
        <source>Booth siapa ini?</source>
        <translation>Whose booth is this?</translation>
    </message>
    <message>
        <source>Nama booth ini</source>
        <translation>This booth&apos;s name</translation>
    </message>
    <message>
        <source>Nama ini tercatat di setiap tindakan penting.</source>
        <translation>This name is written beside every important action.</translation>
    </message>
    <message>
        <source>Namamu atau nama usahamu</source>
        <translation>Your name or your company&apos;s</translation>
    </message>
    <message>
        <source>Siapa pemiliknya?</source>
        <translation>Who owns it?</translation>
    </message>
    <message>
        <source>Untuk laporan, dan kalau ada kabar soal lisensimu.</source>
        <translation>For reports, and for news about your licence.</translation>
    </message>
</context>
<context>
    <name>StaffSetupLater</name>
    <message>
        <source>Nanti saja</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>StaffSetupLicence</name>
    <message>
        <source>Atau colok USB dengan file kuncinya. Terbaca sendiri.</source>
        <translation>Or plug in a USB stick with the key in a file. It is read by itself.</translation>
    </message>
    <message>
        <source>Buka QR-nya di HP atau kertas, lalu hadapkan ke kamera.</source>
        <translation>Open its code on your phone or on paper, then hold it up to the camera.</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ketik saja kuncinya</source>
        <translation>Type the key instead</translation>
    </message>
    <message>
        <source>Kunci itu belum bisa dipakai</source>
        <translation>That key can&apos;t be used</translation>
    </message>
    <message>
        <source>Kuncinya cocok!</source>
        <translation>The key is good!</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Pakai kunci lain</source>
        <translation>Use another key</translation>
    </message>
    <message>
        <source>Tunjukkan kunci lisensimu</source>
        <translation>Show your licence key</translation>
    </message>
</context>
<context>
    <name>StaffSetupOn</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>StaffSetupPad</name>
    <message>
        <source>Hapus</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>StaffSetupPin</name>
    <message>
        <source>4 sampai 8 angka untuk %1. Jangan pakai yang mudah ditebak.</source>
        <translation>4 to 8 digits for %1. Not an easy one to guess.</translation>
    </message>
    <message>
        <source>Buat PIN pemilik</source>
        <translation>Make the owner&apos;s PIN</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Sekali lagi, PIN yang sama</source>
        <translation>Once more, the same PIN</translation>
    </message>
    <message>
        <source>Supaya tidak ada yang salah ketik.</source>
        <translation>So that no slip gets in.</translation>
    </message>
</context>
<context>
    <name>StaffSetupPrinter</name>
    <message>
        <source>Belum ada printer yang terlihat</source>
        <translation>No printer in sight yet</translation>
    </message>
    <message>
        <source>Cari lagi</source>
        <translation>Search again</translation>
    </message>
    <message>
        <source>Di kabel dan jaringan, sekitar 10 detik.</source>
        <translation>On cables and the network, about 10 seconds.</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Layanan cetak tidak menjawab</source>
        <translation>The print service doesn&apos;t answer</translation>
    </message>
    <message>
        <source>Mencari printer…</source>
        <translation>Looking for printers…</translation>
    </message>
    <message>
        <source>Nyalakan printernya, periksa kabel USB atau jaringannya, lalu sentuh Cari lagi.</source>
        <translation>Switch the printer on, check its USB cable or network, then touch Search again.</translation>
    </message>
    <message>
        <source>Pastikan printernya menyala.</source>
        <translation>Make sure the printer is on.</translation>
    </message>
    <message>
        <source>Pilih printermu</source>
        <translation>Pick your printer</translation>
    </message>
    <message>
        <source>Printer belum bisa dicari. Tunggu sebentar, lalu sentuh Cari lagi.</source>
        <translation>Printers can&apos;t be searched for yet. Wait a moment, then touch Search again.</translation>
    </message>
    <message>
        <source>Sedang dipasang…</source>
        <translation>Setting it up…</translation>
    </message>
    <message>
        <source>Sedang mencari…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>Sentuh yang mau dipasang.</source>
        <translation>Touch the one to set up.</translation>
    </message>
</context>
<context>
    <name>StaffSetupRehearsal</name>
    <message>
        <source>Coba jadi tamu</source>
        <translation>Be your own guest</translation>
    </message>
    <message>
        <source>Latihan belum selesai</source>
        <translation>The rehearsal isn&apos;t finished</translation>
    </message>
    <message>
        <source>Lewati</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Menunggu cetakannya…</source>
        <translation>Waiting for the print…</translation>
    </message>
    <message>
        <source>Mulai latihan</source>
        <translation>Start the rehearsal</translation>
    </message>
    <message>
        <source>Pilih, berpose, susun, cetak</source>
        <translation>Choose, pose, arrange, print</translation>
    </message>
    <message>
        <source>Satu sesi sungguhan: kamera, foto dan cetakannya. Gratis, dan tidak masuk laporan uang.</source>
        <translation>One real session: camera, photos and print. Free, and in no takings.</translation>
    </message>
    <message>
        <source>Sesudahnya layar ini kembali sendiri.</source>
        <translation>This screen comes back by itself afterwards.</translation>
    </message>
</context>
<context>
    <name>StaffSetupSteps</name>
    <message>
        <source>Langkah %1 dari %2</source>
        <translation>Step %1 of %2</translation>
    </message>
    <message>
        <source>Semua langkah selesai</source>
        <translation>All steps done</translation>
    </message>
</context>
<context>
    <name>StaffSetupTest</name>
    <message>
        <source>Apakah hasilnya bagus?</source>
        <translation>Did it come out well?</translation>
    </message>
    <message>
        <source>Belum pas?</source>
        <translation>Not quite right?</translation>
    </message>
    <message>
        <source>Cetak halaman tes</source>
        <translation>Print a test page</translation>
    </message>
    <message>
        <source>Cetak lagi</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Cetak sekarang</source>
        <translation>Print now</translation>
    </message>
    <message>
        <source>Geser gambarnya</source>
        <translation>Move the picture</translation>
    </message>
    <message>
        <source>Halaman tes sudah keluar.</source>
        <translation>The test page is out.</translation>
    </message>
    <message>
        <source>Lihat warnanya, dan apakah tepinya tidak terpotong.</source>
        <translation>Look at its colours, and whether its edges are whole.</translation>
    </message>
    <message>
        <source>Satu lembar untuk melihat apakah kertas dan warnanya benar.</source>
        <translation>One sheet to see whether paper and colours are right.</translation>
    </message>
    <message>
        <source>Ya, bagus</source>
        <translation>Yes, it&apos;s good</translation>
    </message>
</context>
<context>
    <name>StaffSetupTyping</name>
    <message>
        <source>Besar kecil hurufnya penting; spasi dan baris baru tidak.</source>
        <translation>Capitals matter; spaces and new lines don&apos;t.</translation>
    </message>
    <message>
        <source>Ketik kunci lisensi</source>
        <translation>Type the licence key</translation>
    </message>
    <message>
        <source>Kunci, diawali PB1</source>
        <translation>Key, begins with PB1</translation>
    </message>
</context>
<context>
    <name>StaffSetupWelcome</name>
    <message>
        <source>Booth ini sudah aktif, tapi belum ada yang bisa masuk.</source>
        <translation>This booth is active, but nobody can come in yet.</translation>
    </message>
    <message>
        <source>Halo! Kita siapkan booth ini</source>
        <translation>Hello! Let&apos;s get this booth ready</translation>
    </message>
    <message>
        <source>Internet untuk mengaktifkannya</source>
        <translation>Internet to activate it</translation>
    </message>
    <message>
        <source>Kamera, tersambung dan menyala</source>
        <translation>A camera, plugged in and on</translation>
    </message>
    <message>
        <source>Kunci lisensi booth ini, QR atau file di USB</source>
        <translation>This booth&apos;s licence key, as a code or a file on USB</translation>
    </message>
    <message>
        <source>Kunci lisensi dari penjual, QR atau file di USB</source>
        <translation>The licence key from your seller, as a code or a file on USB</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Pakai bahasa lain?</source>
        <translation>Another language?</translation>
    </message>
    <message>
        <source>Pasang PIN pemilik</source>
        <translation>Set the owner&apos;s PIN</translation>
    </message>
    <message>
        <source>Printer dengan kertas di dalamnya</source>
        <translation>A printer with paper in it</translation>
    </message>
    <message>
        <source>Sekitar lima menit sampai foto pertama.</source>
        <translation>About five minutes to the first photo.</translation>
    </message>
    <message>
        <source>Yang perlu kamu siapkan</source>
        <translation>What you need</translation>
    </message>
</context>
<context>
    <name>StaffShift</name>
    <message>
        <source>Buka kasir</source>
        <translation>Open the till</translation>
    </message>
    <message>
        <source>Hitung dulu, baru lihat</source>
        <translation>Count first, then see</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Laci kasir</source>
        <translation>Cash drawer</translation>
    </message>
    <message>
        <source>Sebelumnya</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Selisihnya terlihat setelah kasir ditutup.</source>
        <translation>The difference shows once the till is closed.</translation>
    </message>
    <message>
        <source>Tutup kasir</source>
        <translation>Close the till</translation>
    </message>
    <message>
        <source>dihitung %1</source>
        <translation>counted %1</translation>
    </message>
</context>
<context>
    <name>StaffShowcase</name>
    <message>
        <source>%1 cetakan tampil. Tamunya mengizinkan, paling lama 12 jam.</source>
        <translation>Prints shown: %1. Their guests said yes; 12 hours at most.</translation>
    </message>
    <message>
        <source>Hapus semua</source>
        <translation>Remove all</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Layar depan</source>
        <translation>Front screen</translation>
    </message>
    <message>
        <source>Tidak ada cetakan tamu</source>
        <translation>No guest prints</translation>
    </message>
    <message>
        <source>Yang tampil hanya contoh dari booth ini.</source>
        <translation>Only this booth&apos;s own samples are shown.</translation>
    </message>
</context>
<context>
    <name>StaffStory</name>
    <message>
        <source>Cetakan</source>
        <translation>Prints</translation>
    </message>
    <message>
        <source>Langkahnya</source>
        <translation>Step by step</translation>
    </message>
</context>
<context>
    <name>StaffSync</name>
    <message>
        <source>%1 menunggu</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>%1. Booth terus mencoba.</source>
        <translation>%1. The booth keeps trying.</translation>
    </message>
    <message>
        <source>Belum ada yang terkirim sejak booth dinyalakan.</source>
        <translation>Nothing sent since the booth was switched on.</translation>
    </message>
    <message>
        <source>Coba sekarang</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Periksa router atau hotspot</source>
        <translation>Check the router or hotspot</translation>
    </message>
    <message>
        <source>Sedang mencoba, %1 lagi</source>
        <translation>Trying, %1 to go</translation>
    </message>
    <message>
        <source>Terakhir terkirim: %1</source>
        <translation>Last sent: %1</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu</source>
        <translation>Nothing is waiting</translation>
    </message>
    <message>
        <source>Untuk teknisi: %1</source>
        <translation>For the technician: %1</translation>
    </message>
</context>
<context>
    <name>StaffTill</name>
    <message>
        <source>Belum selesai: %1 tamu</source>
        <translation>Guests still waiting: %1</translation>
    </message>
    <message>
        <source>Buka kasir</source>
        <translation>Open the till</translation>
    </message>
    <message>
        <source>Cari kode tamu</source>
        <translation>Find a guest’s code</translation>
    </message>
    <message>
        <source>Kasir</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>Laci kasir</source>
        <translation>Cash drawer</translation>
    </message>
    <message>
        <source>Semua beres</source>
        <translation>All is well</translation>
    </message>
    <message>
        <source>Tidak ada tamu yang menunggu uang atau cetakan.</source>
        <translation>No guest waits for money or a print.</translation>
    </message>
</context>
<context>
    <name>StaffToday</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message>
        <source>Kodemu</source>
        <translation>Your code</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>Sisa waktu %1.%2</source>
        <comment>minutes and seconds</comment>
        <translation>Time left %1:%2</translation>
    </message>
</context>
<context>
    <name>VoucherPad</name>
    <message>
        <source>Hapus</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>WayCard</name>
    <message>
        <source>Bayar ke petugas</source>
        <translation>Pay our staff</translation>
    </message>
    <message>
        <source>Lewat mesin atau petugas</source>
        <translation>At the machine or to our staff</translation>
    </message>
    <message>
        <source>Masukkan kode vouchermu</source>
        <translation>Type in your voucher code</translation>
    </message>
    <message>
        <source>QRIS</source>
        <translation>QRIS</translation>
    </message>
    <message>
        <source>Sedang tidak bisa</source>
        <translation>Not working right now</translation>
    </message>
    <message>
        <source>Semua bank dan dompet digital</source>
        <translation>All banks and e-wallets</translation>
    </message>
    <message>
        <source>Tunai</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Voucher</translation>
    </message>
</context>
</TS>
