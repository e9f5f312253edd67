pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Window {
    id: window

    required property BoothModel booth
    required property DoorModel door
    required property LanguageModel language
    property QtObject staff: null // once it is there: no guest waits for it
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
        standing: !window.door.open
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
            onStaffCalled: window.door.knock()
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
        visible: !window.door.open
        x: parent.width - width - Theme.margin + Theme.unit
        y: reach.above + (window.screenName === "shoot" ? 0 : Theme.brow - height / 2) // clear of the lens
        language: window.language
        onDark: window.screenName === "shoot"
    }

    StaffCorner {
        door: window.door
        exclusive: window.screenName === "attract"
    }

    StaffDoorway {
        anchors.fill: parent
        door: window.door
        staff: window.staff
        language: window.language
        keyboardIsThere: window.keyboardIsThere
    }
}
