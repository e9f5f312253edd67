import QtQuick
import Kiosk.Models

// One printer on the home page: what it does, and how many prints are left in it.
StaffCheckRow {
    id: row

    required property StaffCardModel card
    readonly property bool calls: card.doing === "waits" || card.doing === "unknown" || card.low

    touch: "homePrinter:" + card.id
    icon: "printer"
    title: card.name
    words: card.cause !== "" && card.doing === "waits" ? card.cause : card.doing_words
    age: card.prints_left >= 0 ? qsTr("%n lembar", "", card.prints_left) : ""
    remedy: card.doing === "waits" ? card.remedy : card.low ? qsTr("Kertasnya hampir habis.") : ""
    well: !calls
    first: card.doing === "waits"
    mend: calls ? qsTr("Lihat") : ""
}
