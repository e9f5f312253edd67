pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models
import Kiosk.Staff

Window {
    id: window

    required property BoothModel booth
    required property StaffModel staff
    required property LanguageModel language
    property bool fullScreen: true
    property bool keyboardIsThere: false

    readonly property string screenName: booth.screen

    color: screenName === "shoot" ? Theme.night : Theme.paper
    visibility: fullScreen ? Window.FullScreen : Window.Windowed
    title: qsTr("Photobooth")

    Behavior on color {
        ColorAnimation {
            duration: Theme.calm
        }
    }

    ThemeSetter {
        anchors.fill: parent
        diagonal: window.booth.look.diagonal_mm
        floor: reach.floorSize
        lowered: reach.lowered
    }

    Reach {
        id: reach

        anchors.fill: parent
        model: window.booth.reach
        standing: !window.staff.gate.covers
        dark: window.screenName === "shoot"
        touched: !["shoot", "printing"].includes(window.screenName)

        Daylight {
            screenName: window.screenName
            moment: window.booth.moment
            sheetPlace: screens.front?.sheetPlace ?? Qt.rect(0, 0, 0, 0)
        }

        Screens {
            id: screens

            anchors.fill: parent
            visible: reach.standing
            booth: window.booth
            onPicked: box => sheet.putAt(box, 0)
            onStaffCalled: window.staff.gate.knock()
        }

        Sheet {
            id: sheet

            model: window.booth.sheet
            place: screens.front?.sheetPlace ?? Qt.rect(0, 0, 0, 0)
            tilt: screens.front?.sheetTilt ?? 0
            travelTime: screens.front?.sheetTravelTime ?? Theme.travel
            fresh: screens.front?.sheetFresh ?? false
            nextSlot: screens.front?.sheetNextSlot ?? -1
            steady: screens.front?.sheetSteady ?? false
            held: screens.front?.sheetHeld ?? false
            desk: screens.front?.sheetDesk ?? null
        }
    }

    Flash {
        anchors.fill: parent
        shoot: window.booth.shoot
    }

    LanguageButton {
        objectName: "guestLanguage"
        visible: !window.staff.gate.covers
        x: parent.width - width - Theme.margin + Theme.unit
        y: reach.above + (window.screenName === "shoot" ? 0 : Theme.brow - height / 2) // clear of the lens
        language: window.language
        onDark: window.screenName === "shoot"
    }

    StaffCorner {
        gate: window.staff.gate
        exclusive: window.screenName === "attract"
    }

    StaffRoom {
        anchors.fill: parent
        staff: window.staff
        language: window.language
        keyboardIsThere: window.keyboardIsThere
    }
}
