import QtQuick
import Kiosk.Models

// No sale could be kept now, said in a guest's words. Behind it the sun sleeps.
ScreenFrame {
    id: screen

    required property AttractModel attract

    title: qsTr("Rehat sebentar, ya")
    titleSize: (Theme.portrait ? 13 : 9.6) * Theme.unit
    wordsSize: Theme.button
    words: screen.attract.resting_words + " " + qsTr("Mampir lagi sebentar lagi, ya!")
}
