"""View models: each turns one kind of View into plain properties, and decides nothing.

Each keeps what it showed last while another screen is in front, so that a leaving screen does not
change under the guest's eyes.
"""
