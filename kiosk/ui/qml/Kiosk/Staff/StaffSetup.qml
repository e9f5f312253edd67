pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The first start: how far it has come, and the page that is next.
Item {
    id: assistant

    required property StaffModel staff
    required property LanguageModel language

    readonly property StaffSetupModel setup: staff.setup
    readonly property var pages: ({
            welcome: welcome,
            licence: licence,
            typing: typing,
            holder: holder,
            pin: pin,
            again: pin,
            activating: activating,
            camera: camera,
            printer: printer,
            "test-page": test,
            rehearsal: rehearsal,
            done: done
        })

    StaffSetupSteps {
        id: steps

        width: parent.width
        visible: assistant.setup.place > 0
        setup: assistant.setup
    }

    Loader {
        y: steps.visible ? steps.height : 0
        width: parent.width
        height: parent.height - y
        sourceComponent: assistant.staff.page === "confirm" ? confirm : assistant.staff.page === "calibrate" ? calibrate : assistant.pages[assistant.setup.page] ?? null
    }

    Component {
        id: welcome

        StaffSetupWelcome {
            setup: assistant.setup
            language: assistant.language
        }
    }
    Component {
        id: licence

        StaffSetupLicence {
            staff: assistant.staff
        }
    }
    Component {
        id: typing

        StaffSetupTyping {
            setup: assistant.setup
        }
    }
    Component {
        id: holder

        StaffSetupHolder {
            setup: assistant.setup
        }
    }
    Component {
        id: pin

        StaffSetupPin {
            setup: assistant.setup
        }
    }
    Component {
        id: activating

        StaffSetupActivating {
            setup: assistant.setup
        }
    }
    Component {
        id: camera

        StaffSetupCamera {
            staff: assistant.staff
        }
    }
    Component {
        id: printer

        StaffSetupPrinter {
            staff: assistant.staff
        }
    }
    Component {
        id: confirm

        StaffConfirm {
            staff: assistant.staff
        }
    }
    Component {
        id: calibrate

        StaffCalibrate {
            staff: assistant.staff
        }
    }
    Component {
        id: test

        StaffSetupTest {
            staff: assistant.staff
        }
    }
    Component {
        id: rehearsal

        StaffSetupRehearsal {
            staff: assistant.staff
        }
    }
    Component {
        id: done

        StaffSetupDone {
            staff: assistant.staff
        }
    }
}
