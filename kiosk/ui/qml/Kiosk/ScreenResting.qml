import QtQuick
import Kiosk.Models

// No sale could be kept now, said in a guest's words. Behind it the sun sleeps.
ScreenFrame {
    id: screen

    required property AttractModel attract

    title: qsTr("Rehat sebentar, ya")
    words: screen.attract.resting_words + " " + qsTr("Mampir lagi sebentar lagi, ya!")
}
