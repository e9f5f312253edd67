import QtQuick
import Kiosk.Models

// No sale could be kept now, said in a guest's words. Behind it the sun sleeps.
ScreenFrame {
    id: screen

    required property AttractModel attract

    title: qsTr("Rehat sebentar, ya")
    titleSize: Theme.portrait ? 13 * Theme.unit : Math.min(11 * Theme.unit, 0.148 * columnWidth)
    wordsSize: (Theme.portrait ? 4 : 4.4) * Theme.unit
    headerY: Theme.portrait ? 18 * Theme.unit : Math.max(15 * Theme.unit, (height - headerHeight) / 2) // beside the sun
    words: screen.attract.resting_words + " " + qsTr("Mampir lagi sebentar lagi, ya!")
}
