import QtQuick

NumberAnimation {
    easing.type: Easing.OutCubic
}
